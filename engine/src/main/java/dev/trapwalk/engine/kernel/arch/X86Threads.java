package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelPart;
import dev.trapwalk.engine.kernel.NotModelledException;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** x86-64 side of threads: address space switch, FPU owner, registers. */
public final class X86Threads extends KernelPart {

    static final KernelFunction ARCH_SWITCH_TO_THREAD =
            KernelFunction.of(X86Threads.class, "Arch_switchToThread", Phase.SCHEDULE, "thread:tcb");
    static final KernelFunction ARCH_SWITCH_TO_IDLE_THREAD =
            KernelFunction.of(X86Threads.class, "Arch_switchToIdleThread", Phase.SCHEDULE);
    static final KernelFunction ARCH_ACTIVATE_IDLE_THREAD =
            KernelFunction.of(X86Threads.class, "Arch_activateIdleThread", Phase.RESTORE, "thread:tcb");

    static final KernelFunction ARCH_INIT_CONTEXT =
            KernelFunction.of(X86Threads.class, "Arch_initContext", Phase.PERFORM, "thread:tcb");
    static final KernelFunction ARCH_DECODE_TRANSFER =
            KernelFunction.of(X86Threads.class, "Arch_decodeTransfer", Phase.DECODE, "flags");
    static final KernelFunction ARCH_PERFORM_TRANSFER =
            KernelFunction.of(X86Threads.class, "Arch_performTransfer", Phase.PERFORM, "arch", "source:tcb", "dest:tcb");
    static final KernelFunction ARCH_POST_MODIFY_REGISTERS =
            KernelFunction.of(X86Threads.class, "Arch_postModifyRegisters", Phase.PERFORM, "thread:tcb");
    static final KernelFunction SANITISE_REGISTER =
            KernelFunction.of(X86Threads.class, "sanitiseRegister", Phase.PERFORM, "register:count", "value");
    static final KernelFunction FPU_RELEASE =
            KernelFunction.of(X86Threads.class, "fpuRelease", Phase.PERFORM, "thread:tcb");

    public X86Threads(Kernel kernel) {
        super(kernel);
    }

    public void Arch_switchToThread(long thread) {
        throw new NotModelledException("Arch_switchToThread");
    }

    public void Arch_switchToIdleThread() {
        throw new NotModelledException("Arch_switchToIdleThread");
    }

    public void Arch_activateIdleThread(long thread) {
        throw new NotModelledException("Arch_activateIdleThread");
    }

    public void Arch_initContext(long thread) {
        throw new NotModelledException("Arch_initContext");
    }

    public long Arch_decodeTransfer(long flags) {
        throw new NotModelledException("Arch_decodeTransfer");
    }

    public ExceptionStatus Arch_performTransfer(long arch, long source, long dest) {
        throw new NotModelledException("Arch_performTransfer");
    }

    public void Arch_postModifyRegisters(long thread) {
        throw new NotModelledException("Arch_postModifyRegisters");
    }

    public long sanitiseRegister(Register register, long value) {
        throw new NotModelledException("sanitiseRegister");
    }

    public void fpuRelease(long thread) {
        throw new NotModelledException("fpuRelease");
    }

    /** Gives the FPU to a thread that may use it and does not have it (lazyFPURestore, a header inline). */
    public void lazyFPURestore(long thread) {
        throw new NotModelledException("lazyFPURestore");
    }

    /** Gives the FPU to a thread, or to nobody for 0 (switchLocalFpuOwner, machine/fpu.c). */
    public void switchLocalFpuOwner(long newOwner) {
        throw new NotModelledException("switchLocalFpuOwner");
    }
}
