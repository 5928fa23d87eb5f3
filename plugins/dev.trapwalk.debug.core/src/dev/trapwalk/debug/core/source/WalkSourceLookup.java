package dev.trapwalk.debug.core.source;

import org.eclipse.debug.core.sourcelookup.AbstractSourceLookupDirector;
import org.eclipse.debug.core.sourcelookup.ISourceLookupParticipant;

/** Finds what stands behind a frame; registered as the source locator of the launch type. */
public final class WalkSourceLookup extends AbstractSourceLookupDirector {

    @Override
    public void initializeParticipants() {
        addParticipants(new ISourceLookupParticipant[] {new FrameSources()});
    }
}
