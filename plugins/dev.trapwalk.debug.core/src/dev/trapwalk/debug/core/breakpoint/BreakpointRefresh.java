package dev.trapwalk.debug.core.breakpoint;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;

/**
 * Lets the platform show breakpoints anew after a session said something about them. Sessions say so on threads of
 * their own which must not wait, and may say so many times a second: any number of reasons give one redraw.
 */
final class BreakpointRefresh extends Job {

    private static final int DELAY_MILLIS = 100;
    private static final BreakpointRefresh JOB = new BreakpointRefresh();

    private final Set<WalkBreakpoint> changed = ConcurrentHashMap.newKeySet();

    private BreakpointRefresh() {
        super(Messages.refresh);
        setSystem(true);
    }

    /** Soon shows a breakpoint anew. */
    static void of(WalkBreakpoint breakpoint) {
        if (DebugPlugin.getDefault() != null) {
            JOB.changed.add(breakpoint);
            JOB.schedule(DELAY_MILLIS);
        }
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        for (WalkBreakpoint breakpoint : Set.copyOf(changed)) {
            changed.remove(breakpoint);
            DebugPlugin plugin = DebugPlugin.getDefault();
            if (plugin != null && plugin.getBreakpointManager().isRegistered(breakpoint)) {
                plugin.getBreakpointManager().fireBreakpointChanged(breakpoint);
            }
        }
        return Status.OK_STATUS;
    }
}
