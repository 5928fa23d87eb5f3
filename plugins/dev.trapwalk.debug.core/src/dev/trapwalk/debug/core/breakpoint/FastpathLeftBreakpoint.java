package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.engine.session.breakpoint.Location;

/** Stops where a check makes the kernel leave the fastpath; one check or any. */
public final class FastpathLeftBreakpoint extends KernelBreakpoint {

    @Override
    public BreakpointKind kind() {
        return BreakpointKind.FASTPATH_LEFT;
    }

    @Override
    String placeText(Location location) {
        String check = ((Location.FastpathLeft) location).check();
        return check.isEmpty() ? Messages.fastpathLeft : Messages.bind(Messages.fastpathLeftAt, check);
    }
}
