package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.debug.core.DebugCore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.model.IBreakpoint;

/**
 * Drops breakpoints whose markers are gone although nobody said so. The platform looks only after builds, at what is
 * different from the build before: a marker that came and went between two builds (its project was closed meanwhile, its
 * file deleted) is not seen, and its breakpoint would stay for ever. What the platform does see is left to it.
 */
final class LostMarkers extends Job implements IResourceChangeListener {

    private static final int DELAY_MILLIS = 200;
    private static final LostMarkers JOB = new LostMarkers();
    private static final AtomicBoolean WATCHING = new AtomicBoolean();

    private LostMarkers() {
        super(Messages.lostMarkers);
        setSystem(true);
    }

    /** Begins; further calls change nothing. */
    static void watch() {
        if (WATCHING.compareAndSet(false, true)) {
            ResourcesPlugin.getWorkspace().addResourceChangeListener(JOB, IResourceChangeEvent.POST_CHANGE);
        }
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        if (lost().length > 0) {
            schedule(DELAY_MILLIS);
        }
    }

    private static IBreakpoint[] lost() {
        return KernelBreakpoints.all().stream().filter(LostMarkers::isLost).toArray(IBreakpoint[]::new);
    }

    private static boolean isLost(IBreakpoint breakpoint) {
        IMarker marker = breakpoint.getMarker();
        return marker != null && !marker.exists();
    }

    /** Waits for the build that is due: a project that was closed and is open again has all its markers. */
    @Override
    protected IStatus run(IProgressMonitor monitor) {
        DebugPlugin plugin = DebugPlugin.getDefault();
        if (plugin == null) {
            return Status.OK_STATUS;
        }
        if (Job.getJobManager().find(ResourcesPlugin.FAMILY_AUTO_BUILD).length > 0) {
            schedule(DELAY_MILLIS);
            return Status.OK_STATUS;
        }
        IBreakpointManager manager = plugin.getBreakpointManager();
        try {
            manager.removeBreakpoints(lost(), false);
            return Status.OK_STATUS;
        } catch (CoreException failed) {
            return DebugCore.status(IStatus.ERROR, failed.getMessage(), failed);
        }
    }
}
