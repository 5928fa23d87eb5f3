package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** What a failed invocation tells its caller. */
public final class ErrorMessages extends KernelPart {

    static final KernelFunction SET_M_RS_SYSCALL_ERROR =
            KernelFunction.of(ErrorMessages.class, "setMRs_syscall_error", Phase.PERFORM, "thread:tcb");

    public ErrorMessages(Kernel kernel) {
        super(kernel);
    }

    public int setMRs_syscall_error(long thread, long receiveBuffer) {
        throw new NotModelledException("setMRs_syscall_error");
    }
}
