package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.engine.session.breakpoint.Location;

/** Stops where the scheduler makes another thread current; one thread or any. */
public final class ThreadSwitchBreakpoint extends KernelBreakpoint {

    @Override
    public BreakpointKind kind() {
        return BreakpointKind.THREAD_SWITCH;
    }

    @Override
    String placeText(Location location) {
        String thread = ((Location.ThreadSwitch) location).thread();
        return thread.isEmpty() ? Messages.anyThreadSwitch : Messages.bind(Messages.threadSwitch, thread);
    }
}
