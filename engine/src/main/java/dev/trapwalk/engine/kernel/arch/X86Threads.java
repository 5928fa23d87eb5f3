package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelPart;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * The x86-64 side of threads (arch/x86/kernel/thread.c and arch/x86/machine/registerset.c): what a switch loads
 * besides the thread itself, what a new thread's registers hold, and which register values a user may not set.
 */
public final class X86Threads extends KernelPart {

    static final KernelFunction ARCH_SWITCH_TO_THREAD =
            KernelFunction.of(X86Threads.class, "Arch_switchToThread", Phase.SCHEDULE, "thread:tcb");
    static final KernelFunction ARCH_SWITCH_TO_IDLE_THREAD =
            KernelFunction.of(X86Threads.class, "Arch_switchToIdleThread", Phase.SCHEDULE);
    static final KernelFunction ARCH_ACTIVATE_IDLE_THREAD =
            KernelFunction.of(X86Threads.class, "Arch_activateIdleThread", Phase.RESTORE, "thread:tcb");
    static final KernelFunction ARCH_DECODE_TRANSFER =
            KernelFunction.of(X86Threads.class, "Arch_decodeTransfer", Phase.DECODE, "flags");
    static final KernelFunction ARCH_PERFORM_TRANSFER = KernelFunction.of(X86Threads.class, "Arch_performTransfer",
            Phase.PERFORM, "arch", "source:tcb", "dest:tcb");

    static final KernelFunction ARCH_INIT_CONTEXT =
            KernelFunction.of(X86Threads.class, "Arch_initContext", Phase.PERFORM, "thread:tcb");
    static final KernelPoint SEGMENTS_AND_FLAGS_SET =
            ARCH_INIT_CONTEXT.action("segments_and_flags_set", "thread:tcb", "cs", "ss", "rflags");
    static final KernelFunction MODE_INIT_CONTEXT =
            KernelFunction.of(X86Threads.class, "Mode_initContext", Phase.PERFORM, "thread:tcb");

    static final KernelFunction ARCH_POST_MODIFY_REGISTERS =
            KernelFunction.of(X86Threads.class, "Arch_postModifyRegisters", Phase.PERFORM, "thread:tcb");
    static final KernelFunction MODE_POST_MODIFY_REGISTERS =
            KernelFunction.of(X86Threads.class, "Mode_postModifyRegisters", Phase.PERFORM, "thread:tcb");
    static final KernelPoint NOT_CURRENT = MODE_POST_MODIFY_REGISTERS.branch("not_current", "thread:tcb");

    static final KernelFunction SANITISE_REGISTER =
            KernelFunction.of(X86Threads.class, "sanitiseRegister", Phase.PERFORM, "register:count", "value");
    static final KernelPoint IS_FLAGS = SANITISE_REGISTER.branch("is_flags", "register:count", "value");
    static final KernelFunction MODE_SANITISE_REGISTER =
            KernelFunction.of(X86Threads.class, "Mode_sanitiseRegister", Phase.PERFORM, "register:count", "value");
    static final KernelPoint CANONICAL = MODE_SANITISE_REGISTER.check("canonical", "value");

    private static final long SEL_CS_3 = 5 << 3 | 3;
    private static final long SEL_DS_3 = 6 << 3 | 3;
    private static final long FLAGS_HIGH = 1 << 1;
    private static final long FLAGS_LOW = 1 << 3 | 1 << 5;
    private static final long FLAGS_TF = 1 << 8;
    private static final long FLAGS_IF = 1 << 9;
    private static final long FLAGS_MASK = 0xfff;

    public X86Threads(Kernel kernel) {
        super(kernel);
    }

    /** Loads what a thread needs besides its registers: its address space. */
    public void Arch_switchToThread(long thread) {
        enter(ARCH_SWITCH_TO_THREAD, thread);
        kernel.vspace().setVMRoot(thread);
        leave();
    }

    /** The idle thread has no VSpace: it runs on the kernel's own page table. */
    public void Arch_switchToIdleThread() {
        enter(ARCH_SWITCH_TO_IDLE_THREAD);
        kernel.vspace().setVMRoot(globals.idleThread());
        leave();
    }

    /** Nothing to do on x86. */
    public void Arch_activateIdleThread(long thread) {
        enter(ARCH_ACTIVATE_IDLE_THREAD, thread);
        leave();
    }

    /** x86 has no architecture registers that CopyRegisters could move: all flags mean nothing. */
    public long Arch_decodeTransfer(long flags) {
        enter(ARCH_DECODE_TRANSFER, flags);
        return leave(0L);
    }

    /** Moves nothing, see {@link #Arch_decodeTransfer}. */
    public ExceptionStatus Arch_performTransfer(long arch, long source, long dest) {
        enter(ARCH_PERFORM_TRANSFER, arch, source, dest);
        return leave(ExceptionStatus.NONE);
    }

    /**
     * Fills the registers of a new thread: zero, but for user segments, interrupts enabled and an initial FPU state.
     */
    public void Arch_initContext(long thread) {
        enter(ARCH_INIT_CONTEXT, thread);
        Mode_initContext(thread);
        set(thread, Register.FS_BASE, 0);
        set(thread, Register.GS_BASE, 0);
        set(thread, Register.ERROR, 0);
        set(thread, Register.FAULT_IP, 0);
        set(thread, Register.NEXT_IP, 0);
        set(thread, Register.CS, SEL_CS_3);
        set(thread, Register.FLAGS, FLAGS_IF | FLAGS_HIGH);
        set(thread, Register.SS, SEL_DS_3);
        act(SEGMENTS_AND_FLAGS_SET, thread, SEL_CS_3, SEL_DS_3, FLAGS_IF | FLAGS_HIGH);
        kernel.x86().fpu().Arch_initFpuContext(thread);
        leave();
    }

    private void Mode_initContext(long thread) {
        enter(MODE_INIT_CONTEXT, thread);
        for (int i = 0; i < Register.COUNT; i++) {
            Register register = Register.at(i);
            switch (register) {
                case FLAGS, NEXT_IP, ERROR, FAULT_IP, CS, SS, FS_BASE, GS_BASE -> {
                }
                default -> set(thread, register, 0);
            }
        }
        leave();
    }

    /** After a user changed a thread's registers. */
    public void Arch_postModifyRegisters(long thread) {
        enter(ARCH_POST_MODIFY_REGISTERS, thread);
        Mode_postModifyRegisters(thread);
        leave();
    }

    /**
     * Error 0 makes the thread return by iret, which loads every register; the way back of a system call would not load
     * rcx, r11 and rsp. The current thread is in a system call and returns from that.
     */
    private void Mode_postModifyRegisters(long thread) {
        enter(MODE_POST_MODIFY_REGISTERS, thread);
        if (check(NOT_CURRENT, thread != globals.curThread(), thread)) {
            set(thread, Register.ERROR, 0);
        }
        leave();
    }

    /** A register value that a user gave, changed to one with which user mode is safe to enter. */
    public long sanitiseRegister(Register register, long value) {
        enter(SANITISE_REGISTER, register.ordinal(), value);
        long v = Mode_sanitiseRegister(register, value);
        if (check(IS_FLAGS, register == Register.FLAGS, register.ordinal(), v)) {
            // Interrupts stay enabled and single steps off, whatever the user wants.
            v = (v | FLAGS_HIGH | FLAGS_IF) & ~(FLAGS_LOW | FLAGS_TF) & FLAGS_MASK;
        }
        return leave(v);
    }

    /**
     * Returning to an address that is not canonical would raise the exception in the kernel; such a value becomes 0.
     */
    private long Mode_sanitiseRegister(Register register, long value) {
        enter(MODE_SANITISE_REGISTER, register.ordinal(), value);
        return leave(switch (register) {
            case FAULT_IP, NEXT_IP, FS_BASE, GS_BASE -> check(CANONICAL, value << 16 >> 16 == value, value) ? value : 0;
            default -> value;
        });
    }

    private void set(long thread, Register register, long value) {
        Tcb.setRegister(memory, thread, register, value);
    }
}
