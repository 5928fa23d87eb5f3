package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.debug.core.DebugCore;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
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
 * Has breakpoints come and go with their markers. The platform looks only after builds, at what is different from the
 * build before. A marker that came and went between two builds (its project was closed meanwhile, its file deleted) is
 * not seen, and its breakpoint would stay for ever; a project that was closed and opened between two builds, or opened
 * while its breakpoints were still being dropped, would never get them back. What the platform does see is left to it.
 */
final class MarkerWatch extends Job implements IResourceChangeListener {

    private static final int DELAY_MILLIS = 200;
    private static final MarkerWatch JOB = new MarkerWatch();
    private static final AtomicBoolean WATCHING = new AtomicBoolean();

    private final Queue<IProject> opened = new ConcurrentLinkedQueue<>();

    private MarkerWatch() {
        super(Messages.markerWatch);
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
        for (IResourceDelta change : event.getDelta().getAffectedChildren()) {
            if ((change.getFlags() & IResourceDelta.OPEN) != 0 && change.getResource() instanceof IProject project
                    && project.isOpen()) {
                opened.add(project);
            }
        }
        if (!opened.isEmpty() || lost().length > 0) {
            schedule(DELAY_MILLIS);
        }
    }

    private static IBreakpoint[] lost() {
        return KernelBreakpoints.all().stream().filter(MarkerWatch::isLost).toArray(IBreakpoint[]::new);
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
            for (IProject project = opened.poll(); project != null; project = opened.poll()) {
                manager.addBreakpoints(forgotten(manager, project));
            }
            return Status.OK_STATUS;
        } catch (CoreException failed) {
            return DebugCore.status(IStatus.ERROR, failed.getMessage(), failed);
        }
    }

    /** Those of a project's files that the platform does not know. */
    private static IBreakpoint[] forgotten(IBreakpointManager manager, IProject project) throws CoreException {
        List<IBreakpoint> forgotten = new ArrayList<>();
        if (project.isOpen()) {
            for (IMarker marker : project.findMarkers(DebugCore.LINE_BREAKPOINT_MARKER, false, IResource.DEPTH_INFINITE)) {
                if (manager.getBreakpoint(marker) == null) {
                    IBreakpoint breakpoint = new ScenarioLineBreakpoint();
                    breakpoint.setMarker(marker);
                    forgotten.add(breakpoint);
                }
            }
        }
        return forgotten.toArray(IBreakpoint[]::new);
    }
}
