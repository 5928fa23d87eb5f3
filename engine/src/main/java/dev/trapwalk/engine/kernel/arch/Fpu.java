package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.kernel.KernelPart;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Who owns the floating point unit (machine/fpu.c). Its registers belong to one thread at a time; a switch to another
 * thread that may use it saves them and loads the other's.
 *
 * <p>The simulated processor executes no floating point instruction, so the registers never differ from the initial
 * state that every TCB is created with, and saving them changes no word.
 */
public final class Fpu extends KernelPart {

    static final KernelFunction SWITCH_LOCAL_FPU_OWNER =
            KernelFunction.of(Fpu.class, "switchLocalFpuOwner", Phase.SCHEDULE, "newOwner:tcb");
    static final KernelPoint STATE_SAVED = SWITCH_LOCAL_FPU_OWNER.branch("has_owner", "ksCurFPUOwner:tcb");
    static final KernelPoint STATE_LOADED = SWITCH_LOCAL_FPU_OWNER.branch("has_new_owner", "newOwner:tcb");
    static final KernelFunction SWITCH_FPU_OWNER =
            KernelFunction.of(Fpu.class, "switchFpuOwner", Phase.PERFORM, "newOwner:tcb");
    static final KernelFunction FPU_RELEASE =
            KernelFunction.of(Fpu.class, "fpuRelease", Phase.PERFORM, "thread:tcb");
    static final KernelPoint OWNS_FPU = FPU_RELEASE.branch("owns_fpu", "thread:tcb", "ksCurFPUOwner:tcb");
    static final KernelFunction ARCH_INIT_FPU_CONTEXT =
            KernelFunction.of(Fpu.class, "Arch_initFpuContext", Phase.PERFORM, "thread:tcb");

    /** seL4_TCBFlag_fpuDisabled. */
    private static final long FPU_DISABLED = 1;
    /** First word of x86KSnullFpuState: the control word masks all exceptions. */
    private static final long NULL_CONTROL_WORD = 0x37f;
    /** Fourth word of x86KSnullFpuState: initial MXCSR, and the mask of its bits. */
    private static final long NULL_MXCSR = 0xffff_0000_1f80L;
    private static final long FPU_BYTES = 512;

    public Fpu(Kernel kernel) {
        super(kernel);
    }

    /** Gives the FPU to a thread that may use it and does not have it (lazyFPURestore, a header inline). */
    public void lazyFPURestore(long thread) {
        if ((Tcb.FLAGS.get(memory, thread) & FPU_DISABLED) == 0
                && memory.read(KernelGlobals.KS_CUR_FPU_OWNER) != thread) {
            switchLocalFpuOwner(thread);
        }
    }

    /** Gives the FPU to a thread, or to nobody for 0. */
    public void switchLocalFpuOwner(long newOwner) {
        enter(SWITCH_LOCAL_FPU_OWNER, newOwner);
        long owner = memory.read(KernelGlobals.KS_CUR_FPU_OWNER);
        check(STATE_SAVED, owner != 0, owner);
        check(STATE_LOADED, newOwner != 0, newOwner);
        memory.write(KernelGlobals.KS_CUR_FPU_OWNER, newOwner);
        leave();
    }

    private void switchFpuOwner(long newOwner) {
        enter(SWITCH_FPU_OWNER, newOwner);
        switchLocalFpuOwner(newOwner);
        leave();
    }

    /** Takes the FPU from a thread that is deleted, changes its domain or may no longer use it. */
    public void fpuRelease(long thread) {
        enter(FPU_RELEASE, thread);
        long owner = memory.read(KernelGlobals.KS_CUR_FPU_OWNER);
        if (check(OWNS_FPU, owner == thread, thread, owner)) {
            switchFpuOwner(0);
        }
        leave();
    }

    /** Gives a new thread the initial FPU state. */
    void Arch_initFpuContext(long thread) {
        enter(ARCH_INIT_FPU_CONTEXT, thread);
        memory.clear(thread, FPU_BYTES);
        memory.write(thread, NULL_CONTROL_WORD);
        memory.write(thread + 24, NULL_MXCSR);
        leave();
    }
}
