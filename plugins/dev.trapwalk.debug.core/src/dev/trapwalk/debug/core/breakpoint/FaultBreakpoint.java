package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.engine.session.breakpoint.Location;

/** Stops where a thread raises a fault; of one kind or any. */
public final class FaultBreakpoint extends KernelBreakpoint {

    @Override
    public BreakpointKind kind() {
        return BreakpointKind.FAULT;
    }

    @Override
    String placeText(Location location) {
        String kind = ((Location.AtFault) location).kind();
        return kind.isEmpty() ? Messages.anyFault : Messages.bind(Messages.fault, kind);
    }
}
