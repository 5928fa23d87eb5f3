package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.session.breakpoint.Location;

/** Stops where a system call enters the kernel; of one number or any, on one capability or any. */
public final class SystemCallBreakpoint extends KernelBreakpoint {

    @Override
    public BreakpointKind kind() {
        return BreakpointKind.SYSTEM_CALL;
    }

    @Override
    String placeText(Location location) {
        Location.AtSystemCall call = (Location.AtSystemCall) location;
        String name = call.number().isPresent() ? name(call.number().getAsLong()) : Messages.anySystemCall;
        return call.cptr().isEmpty() ? Messages.bind(Messages.systemCall, name)
                : Messages.bind(Messages.systemCallOn, name, "0x" + Long.toHexString(call.cptr().getAsLong()));
    }

    private static String name(long number) {
        Syscall known = Syscall.of(number);
        return known == null ? Long.toString(number) : "seL4_" + known.label();
    }
}
