package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** Kernel entry and exit: the system call instruction, exceptions and interrupts, and the way back to user mode. */
public final class Traps extends KernelPart {

    static final KernelFunction HANDLE_FASTSYSCALL = KernelFunction.of(Traps.class, "handle_fastsyscall", Phase.TRAP);
    static final KernelFunction HANDLE_INTERRUPT =
            KernelFunction.of(Traps.class, "handle_interrupt", Phase.TRAP, "vector:count", "errorCode");
    static final KernelFunction SLOWPATH =
            KernelFunction.of(Traps.class, "slowpath", Phase.LOOKUP, "syscall:syscall");
    static final KernelFunction RESTORE_USER_CONTEXT =
            KernelFunction.of(Traps.class, "restore_user_context", Phase.RESTORE);

    public Traps(Kernel kernel) {
        super(kernel);
    }

    public void handle_fastsyscall() {
        throw new NotModelledException("handle_fastsyscall");
    }

    public void handle_interrupt(int vector, long errorCode) {
        throw new NotModelledException("handle_interrupt");
    }

    public void slowpath(long syscall) {
        throw new NotModelledException("slowpath");
    }

    public void restore_user_context() {
        throw new NotModelledException("restore_user_context");
    }

    /**
     * An interrupt is taken while the kernel runs, in its interrupt window: notes the vector in x86KSPendingInterrupt.
     *
     * @param vector interrupt vector, 0x20 and up
     */
    public void c_nested_interrupt(int vector) {
        throw new NotModelledException("c_nested_interrupt");
    }
}
