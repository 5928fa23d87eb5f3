package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.session.breakpoint.Location;
import java.util.stream.Stream;

/** Stops where the kernel returns an error from a system call; one code or any. */
public final class ErrorBreakpoint extends KernelBreakpoint {

    @Override
    public BreakpointKind kind() {
        return BreakpointKind.ERROR;
    }

    @Override
    String placeText(Location location) {
        String code = ((Location.AtError) location).error();
        return code.isEmpty() ? Messages.anyError : Messages.bind(Messages.error, code, number(code));
    }

    private static String number(String code) {
        return Stream.of(SyscallError.values()).filter(error -> error.label().equals(code)).findFirst()
                .map(error -> Integer.toString(error.number())).orElse("?");
    }
}
