package dev.trapwalk.debug.core.source;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.sourcelookup.AbstractSourceLookupDirector;
import org.eclipse.debug.core.sourcelookup.ISourceLookupDirector;
import org.eclipse.debug.core.sourcelookup.ISourceLookupParticipant;

/** Finds what stands behind a frame; registered as the source locator of the launch type. */
public final class WalkSourceLookup extends AbstractSourceLookupDirector {

    /** A director for one launch. */
    public static ISourceLookupDirector director(ILaunchConfiguration configuration) throws CoreException {
        WalkSourceLookup director = new WalkSourceLookup();
        director.initializeDefaults(configuration);
        return director;
    }

    @Override
    public void initializeParticipants() {
        addParticipants(new ISourceLookupParticipant[] {new FrameSources()});
    }
}
