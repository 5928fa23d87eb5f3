package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.machine.Cpu;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Tcb;

/**
 * What the assembler around the kernel does: saves the live registers in the TCB of the current thread, and loads them
 * back (arch/x86/64/traps.S, and the tails of restore_user_context and fastpath_restore).
 *
 * <p>The user context of a TCB is laid out for pushing: the kernel points the stack pointer into it and pushes from
 * {@link Register#ERROR} down to {@link Register#RDI}. The registers from RDI to R15 have the same order in the live
 * register file, so that part is one block copy.
 */
final class TrapFrame {

    /** SEL_CS_3 and SEL_DS_3: the selectors of user mode. */
    static final long USER_CS = 0x2b;
    static final long USER_SS = 0x33;

    /** Value of {@link Register#ERROR} that marks an entry by the syscall instruction. */
    private static final long BY_SYSCALL = -1;
    /** RDI..R15. */
    private static final int GENERAL_REGISTERS = Register.R15.ordinal() + 1;
    /** RAX..R15: what fastpath_restore pops, RDI and RSI being passed in registers. */
    private static final int FASTPATH_REGISTERS = GENERAL_REGISTERS - Register.RAX.ordinal();

    private final PhysicalMemory memory;
    private final Cpu cpu;

    TrapFrame(PhysicalMemory memory, Cpu cpu) {
        this.memory = memory;
        this.cpu = cpu;
    }

    /**
     * Saves what handle_fastsyscall saves: no RSP, RCX or R11, as the syscall instruction overwrote two of them:
     * rcx holds the address of the next instruction and r11 the flags.
     */
    void saveOnSyscall(long thread, long nextIp, long flags) {
        Tcb.setRegister(memory, thread, Register.ERROR, BY_SYSCALL);
        Tcb.setRegister(memory, thread, Register.NEXT_IP, nextIp);
        Tcb.setRegister(memory, thread, Register.FLAGS, flags);
        saveGeneralRegisters(thread);
    }

    /** Saves what handle_interrupt saves; the rest is still on the interrupt stack. */
    void saveOnInterrupt(long thread) {
        Tcb.setRegister(memory, thread, Register.RCX, cpu.get(Register.RCX));
        Tcb.setRegister(memory, thread, Register.R11, cpu.get(Register.R11));
        saveGeneralRegisters(thread);
    }

    /** The processor's own part of an interrupt: pushes error code, rip, cs, rflags, rsp and ss. */
    void pushInterruptFrame(long errorCode) {
        setIrqStack(0, errorCode);
        setIrqStack(1, cpu.get(Register.NEXT_IP));
        setIrqStack(2, cpu.get(Register.CS));
        setIrqStack(3, cpu.get(Register.FLAGS));
        setIrqStack(4, cpu.get(Register.RSP));
        setIrqStack(5, cpu.get(Register.SS));
    }

    /** Whether a thread entered the kernel by the syscall instruction, and so leaves it by sysret. */
    boolean enteredBySyscall(long thread) {
        return Tcb.register(memory, thread, Register.ERROR) == BY_SYSCALL;
    }

    /** arch_c_exit_hook: the thread-local storage bases follow the thread, and are only loaded when they differ. */
    void loadSegmentBases(long thread) {
        loadBase(thread, Register.FS_BASE);
        loadBase(thread, Register.GS_BASE);
    }

    /** Leaves by sysret: rip and rflags come from rcx and r11, and rsp is cleared so that nothing leaks. */
    void restoreBySysret(long thread) {
        memory.copyUp(Tcb.registerAddress(thread, Register.RDI), cpu.addressOf(Register.RDI), GENERAL_REGISTERS);
        sysret(thread);
    }

    /** Leaves by sysret from the fastpath: badge and message info go straight into rdi and rsi. */
    void restoreFromFastpath(long thread, long badge, long msgInfo) {
        cpu.set(Register.RDI, badge);
        cpu.set(Register.RSI, msgInfo);
        memory.copyUp(Tcb.registerAddress(thread, Register.RAX), cpu.addressOf(Register.RAX), FASTPATH_REGISTERS);
        sysret(thread);
    }

    /** Leaves by iret: builds the return frame on the interrupt stack and loads every register. */
    void restoreByIret(long thread) {
        setIrqStack(0, 0);
        setIrqStack(1, Tcb.register(memory, thread, Register.NEXT_IP));
        setIrqStack(2, Tcb.register(memory, thread, Register.CS));
        setIrqStack(3, Tcb.register(memory, thread, Register.FLAGS));
        setIrqStack(4, Tcb.register(memory, thread, Register.RSP));
        setIrqStack(5, Tcb.register(memory, thread, Register.SS));
        memory.copyUp(Tcb.registerAddress(thread, Register.RDI), cpu.addressOf(Register.RDI), GENERAL_REGISTERS);
        load(thread, Register.R11);
        load(thread, Register.RCX);
        cpu.set(Register.NEXT_IP, irqStack(1));
        cpu.set(Register.CS, irqStack(2));
        cpu.set(Register.FLAGS, irqStack(3));
        cpu.set(Register.RSP, irqStack(4));
        cpu.set(Register.SS, irqStack(5));
    }

    /** A word of the interrupt stack, 0 = error code. */
    long irqStack(int word) {
        return memory.read(KernelGlobals.X64KS_IRQ_STACK + 8L * word);
    }

    /** Clears the interrupt stack before leaving by sysret: with the kernel window skimmed it must not leak. */
    void clearIrqStack() {
        if (irqStack(2) != 0) {
            for (int i = 0; i < 6; i++) {
                setIrqStack(i, 0);
            }
        }
    }

    private void sysret(long thread) {
        long flags = Tcb.register(memory, thread, Register.FLAGS);
        long nextIp = Tcb.register(memory, thread, Register.NEXT_IP);
        cpu.set(Register.R11, flags);
        cpu.set(Register.RCX, nextIp);
        cpu.set(Register.RSP, 0);
        cpu.set(Register.FLAGS, flags);
        cpu.set(Register.NEXT_IP, nextIp);
        if (cpu.get(Register.CS) != USER_CS) {
            cpu.set(Register.CS, USER_CS);
            cpu.set(Register.SS, USER_SS);
        }
    }

    private void saveGeneralRegisters(long thread) {
        memory.copyDown(cpu.addressOf(Register.RDI), Tcb.registerAddress(thread, Register.RDI), GENERAL_REGISTERS);
    }

    private void load(long thread, Register register) {
        long value = Tcb.register(memory, thread, register);
        if (cpu.get(register) != value) {
            cpu.set(register, value);
        }
    }

    private void loadBase(long thread, Register register) {
        long value = Tcb.register(memory, thread, register);
        if (cpu.get(register) != value) {
            if (value << 16 >> 16 != value) {
                throw notCanonical(register, value);
            }
            cpu.set(register, value);
        }
    }

    /**
     * TCB_SetTLSBase takes any word, but the processor takes only a canonical address: the general protection exception
     * hits the kernel itself, which halts.
     */
    private static NotModelledException notCanonical(Register register, long value) {
        return new NotModelledException("handleKernelException (x86_load_fsgs_base: " + register + " 0x"
                + Long.toHexString(value) + " is no canonical address, so the kernel halts)");
    }

    private void setIrqStack(int word, long value) {
        memory.write(KernelGlobals.X64KS_IRQ_STACK + 8L * word, value);
    }
}
