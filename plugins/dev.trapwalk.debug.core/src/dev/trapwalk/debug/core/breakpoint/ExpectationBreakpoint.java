package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.engine.session.breakpoint.Location;

/** Stops after a statement of a program that says what must hold, when it does not hold. */
public final class ExpectationBreakpoint extends KernelBreakpoint {

    @Override
    public BreakpointKind kind() {
        return BreakpointKind.EXPECTATION;
    }

    @Override
    String placeText(Location location) {
        return Messages.expectationFailed;
    }
}
