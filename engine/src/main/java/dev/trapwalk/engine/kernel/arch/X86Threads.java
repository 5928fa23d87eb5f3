package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelPart;
import dev.trapwalk.engine.kernel.NotModelledException;
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
}
