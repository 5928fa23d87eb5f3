package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.engine.session.breakpoint.Location;

/** Stops where an invocation is decoded; of one label or any, of one type of capability or any. */
public final class InvocationBreakpoint extends KernelBreakpoint {

    @Override
    public BreakpointKind kind() {
        return BreakpointKind.INVOCATION;
    }

    @Override
    String placeText(Location location) {
        Location.AtInvocation at = (Location.AtInvocation) location;
        String label = at.label().isEmpty() ? Messages.anyInvocation : at.label();
        return at.capType().isEmpty() ? Messages.bind(Messages.invocation, label)
                : Messages.bind(Messages.invocationOf, label, at.capType());
    }
}
