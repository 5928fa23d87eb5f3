package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** The slow path: what each system call and each other kernel entry does. */
public final class Syscalls extends KernelPart {

    static final KernelFunction HANDLE_SYSCALL =
            KernelFunction.of(Syscalls.class, "handleSyscall", Phase.LOOKUP, "syscall:syscall");
    static final KernelFunction HANDLE_UNKNOWN_SYSCALL =
            KernelFunction.of(Syscalls.class, "handleUnknownSyscall", Phase.LOOKUP, "number:syscall");
    static final KernelFunction HANDLE_USER_LEVEL_FAULT =
            KernelFunction.of(Syscalls.class, "handleUserLevelFault", Phase.LOOKUP, "number:count", "code");
    static final KernelFunction HANDLE_VM_FAULT_EVENT =
            KernelFunction.of(Syscalls.class, "handleVMFaultEvent", Phase.LOOKUP, "instruction:flag");
    static final KernelFunction HANDLE_INTERRUPT_ENTRY =
            KernelFunction.of(Syscalls.class, "handleInterruptEntry", Phase.LOOKUP);

    public Syscalls(Kernel kernel) {
        super(kernel);
    }

    public ExceptionStatus handleSyscall(long syscall) {
        throw new NotModelledException("handleSyscall");
    }

    public ExceptionStatus handleUnknownSyscall(long number) {
        throw new NotModelledException("handleUnknownSyscall");
    }

    public ExceptionStatus handleUserLevelFault(long number, long code) {
        throw new NotModelledException("handleUserLevelFault");
    }

    public ExceptionStatus handleVMFaultEvent(boolean instruction) {
        throw new NotModelledException("handleVMFaultEvent");
    }

    public ExceptionStatus handleInterruptEntry() {
        throw new NotModelledException("handleInterruptEntry");
    }
}
