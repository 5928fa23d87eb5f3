package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.machine.Cpu;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Kernel entry and exit: the system call instruction, exceptions and interrupts, and the way back to user mode
 * (arch/x86/64/traps.S, arch/x86/c_traps.c, arch/x86/64/c_traps.c).
 *
 * <p>Here a walk begins and ends. In user mode the live registers are in {@link Cpu}; an entry saves them in the
 * current thread's TCB ({@link TrapFrame}), all work is done there, and {@link #restore_user_context} loads them back.
 * Every entry starts on an empty kernel stack: seL4 has one stack per core, not one per thread, so nothing survives on
 * it.
 */
public final class Traps extends KernelPart {

    static final KernelFunction HANDLE_FASTSYSCALL = KernelFunction.noReturn(Traps.class, "handle_fastsyscall",
            Phase.TRAP, "cptr:cptr", "msgInfo:message_info", "syscall:syscall");
    static final KernelPoint KERNEL_ADDRESS_SPACE = HANDLE_FASTSYSCALL.action("kernel_address_space", "cr3");
    static final KernelPoint CONTEXT_SAVED =
            HANDLE_FASTSYSCALL.action("context_saved", "thread:tcb", "nextIP", "flags");
    static final KernelPoint KERNEL_STACK = HANDLE_FASTSYSCALL.action("kernel_stack", "rsp");

    static final KernelFunction C_HANDLE_SYSCALL = KernelFunction.noReturn(Traps.class, "c_handle_syscall", Phase.TRAP,
            "cptr:cptr", "msgInfo:message_info", "syscall:syscall");
    static final KernelPoint FAULT_IP_SET = C_HANDLE_SYSCALL.action("fault_ip_set", "faultIP");
    static final KernelPoint ENTRY_TRACKED =
            C_HANDLE_SYSCALL.action("entry_tracked", "cptr:cptr", "capType:count", "label:label");
    static final KernelPoint IS_CALL = C_HANDLE_SYSCALL.branch("is_call", "syscall:syscall");
    static final KernelPoint IS_REPLY_RECV = C_HANDLE_SYSCALL.branch("is_reply_recv", "syscall:syscall");

    static final KernelFunction SLOWPATH =
            KernelFunction.noReturn(Traps.class, "slowpath", Phase.LOOKUP, "syscall:syscall");
    static final KernelPoint KNOWN_SYSCALL = SLOWPATH.branch("known_syscall", "syscall:syscall");

    static final KernelFunction HANDLE_INTERRUPT =
            KernelFunction.noReturn(Traps.class, "handle_interrupt", Phase.TRAP, "vector:count", "errorCode");
    static final KernelPoint INTERRUPTED_CONTEXT_SAVED =
            HANDLE_INTERRUPT.action("context_saved", "thread:tcb", "rip", "flags");
    static final KernelFunction C_X64_HANDLE_INTERRUPT =
            KernelFunction.noReturn(Traps.class, "c_x64_handle_interrupt", Phase.TRAP, "vector:count", "eax");
    static final KernelFunction C_HANDLE_INTERRUPT =
            KernelFunction.noReturn(Traps.class, "c_handle_interrupt", Phase.TRAP, "vector:count", "eax");
    static final KernelPoint IS_PAGE_FAULT = C_HANDLE_INTERRUPT.branch("page_fault", "vector:count", "errorCode");
    static final KernelPoint IS_EXCEPTION = C_HANDLE_INTERRUPT.branch("exception", "vector:count", "errorCode");
    static final KernelPoint IS_INTERRUPT = C_HANDLE_INTERRUPT.branch("interrupt", "vector:count");
    static final KernelPoint IS_SPURIOUS = C_HANDLE_INTERRUPT.branch("spurious", "vector:count");
    static final KernelPoint TRAP_AS_SYSCALL = C_HANDLE_INTERRUPT.action("trap_as_syscall", "number:syscall");
    static final KernelFunction C_NESTED_INTERRUPT =
            KernelFunction.of(Traps.class, "c_nested_interrupt", Phase.PERFORM, "vector:count");

    static final KernelFunction RESTORE_USER_CONTEXT =
            KernelFunction.noReturn(Traps.class, "restore_user_context", Phase.RESTORE);
    static final KernelPoint NO_PENDING_INTERRUPT =
            RESTORE_USER_CONTEXT.branch("no_pending_interrupt", "x86KSPendingInterrupt");
    static final KernelPoint ENTERED_BY_SYSCALL = RESTORE_USER_CONTEXT.branch("entered_by_syscall", "thread:tcb");
    static final KernelPoint USER_MODE = RESTORE_USER_CONTEXT.action("user_mode", "thread:tcb", "rip", "cr3");

    private static final long KERNEL_CR3 = PhysicalMemory.paddr(KernelGlobals.X64KS_KERNEL_PML4);
    private static final long STACK_TOP = KernelGlobals.KERNEL_STACK_ALLOC + (1L << KernelGlobals.KERNEL_STACK_BITS);
    private static final int INT_PAGE_FAULT = 14;
    private static final int INT_IRQ_MIN = 0x20;
    private static final int INT_TRAP_MIN = 158;
    private static final int INT_SPURIOUS = 255;
    private static final long INT_INVALID = -1;
    /** Length in bytes of the syscall and int instructions. */
    private static final int TRAP_INSTRUCTION_BYTES = 2;

    /** Entry_ numbers of ksKernelEntry.path. */
    private static final int ENTRY_INTERRUPT = 0;
    private static final int ENTRY_UNKNOWN_SYSCALL = 1;
    private static final int ENTRY_USER_LEVEL_FAULT = 2;
    private static final int ENTRY_VM_FAULT = 4;
    private static final int ENTRY_SYSCALL = 5;

    private final Cpu cpu;
    private final TrapFrame frame;
    private final boolean trackEntries;
    private final boolean fastpath;
    private final Cap trackedCap = new Cap();

    public Traps(Kernel kernel) {
        super(kernel);
        cpu = kernel.cpu();
        frame = new TrapFrame(memory, cpu);
        trackEntries = kernel.config().trackKernelEntries() || kernel.config().debugBuild();
        fastpath = kernel.config().fastpath();
    }

    /**
     * The syscall instruction was executed: rcx = address of the next instruction, r11 = rflags, rdi = cptr, rsi =
     * message info, rdx = system call number.
     */
    public void handle_fastsyscall() {
        kernel.path().unwind();
        long cptr = cpu.get(Register.RDI);
        long msgInfo = cpu.get(Register.RSI);
        long syscall = cpu.get(Register.RDX);
        long nextIp = cpu.get(Register.RCX);
        long flags = cpu.get(Register.R11);
        enter(HANDLE_FASTSYSCALL, cptr, msgInfo, syscall);
        cpu.setInKernel(true);
        cpu.setCr3(KERNEL_CR3);
        act(KERNEL_ADDRESS_SPACE, KERNEL_CR3);
        long thread = globals.curThread();
        frame.saveOnSyscall(thread, nextIp, flags);
        act(CONTEXT_SAVED, thread, nextIp, flags);
        cpu.setKernelStackPointer(STACK_TOP);
        act(KERNEL_STACK, STACK_TOP);
        c_handle_syscall(thread, nextIp, cptr, msgInfo, syscall);
    }

    /** Chooses between the two fastpaths and the slow path. Restarting a system call means going back to FaultIP. */
    private void c_handle_syscall(long thread, long nextIp, long cptr, long msgInfo, long syscall) {
        enter(C_HANDLE_SYSCALL, cptr, msgInfo, syscall);
        long faultIp = nextIp - TRAP_INSTRUCTION_BYTES;
        Tcb.setRegister(memory, thread, Register.FAULT_IP, faultIp);
        act(FAULT_IP_SET, faultIp);
        if (trackEntries) {
            benchmark_debug_syscall_start(thread, cptr, msgInfo, syscall);
        }
        if (fastpath) {
            if (check(IS_CALL, syscall == Syscall.CALL.number(), syscall)) {
                kernel.fastpathCall().fastpath_call(cptr, msgInfo);
                return;
            }
            if (check(IS_REPLY_RECV, syscall == Syscall.REPLY_RECV.number(), syscall)) {
                kernel.fastpathReplyRecv().fastpath_reply_recv(cptr, msgInfo);
                return;
            }
        }
        slowpath(syscall);
    }

    /** Notes in ksKernelEntry what the system call is about; looks its capability up once more for that. */
    private void benchmark_debug_syscall_start(long thread, long cptr, long msgInfo, long syscall) {
        trackedCap.clear();
        if (kernel.cspace().lookupCapAndSlot(thread, cptr, trackedCap) != ExceptionStatus.NONE) {
            trackedCap.clear();
        }
        long capType = CapType.TYPE.get(trackedCap);
        track(ENTRY_SYSCALL, -syscall);
        memory.write(KernelGlobals.KS_KERNEL_ENTRY_CAP_TYPE, capType);
        memory.write(KernelGlobals.KS_KERNEL_ENTRY_INVOCATION_TAG, MessageInfo.LABEL.in(msgInfo));
        memory.write(KernelGlobals.KS_KERNEL_ENTRY_IS_FASTPATH, 1);
        act(ENTRY_TRACKED, cptr, capType, MessageInfo.LABEL.in(msgInfo));
    }

    /** What the fastpath does not do: numbers -8..-1 are system calls, all others go to the fault handler. */
    public void slowpath(long syscall) {
        enter(SLOWPATH, syscall);
        if (check(KNOWN_SYSCALL, syscall >= Syscall.NB_RECV.number() && syscall <= Syscall.CALL.number(), syscall)) {
            if (trackEntries) {
                memory.write(KernelGlobals.KS_KERNEL_ENTRY_IS_FASTPATH, 0);
            }
            kernel.syscalls().handleSyscall(syscall);
        } else {
            if (trackEntries) {
                memory.write(KernelGlobals.KS_KERNEL_ENTRY_PATH, ENTRY_UNKNOWN_SYSCALL);
            }
            kernel.syscalls().handleUnknownSyscall(syscall);
        }
        restore_user_context();
    }

    /**
     * An exception or interrupt was taken in user mode or in the idle thread.
     *
     * @param vector vector of the interrupt descriptor table, 0..255
     * @param errorCode what the processor pushed, 0 for vectors without one
     */
    public void handle_interrupt(int vector, long errorCode) {
        kernel.path().unwind();
        frame.pushInterruptFrame(errorCode);
        enter(HANDLE_INTERRUPT, vector, errorCode);
        cpu.setInKernel(true);
        cpu.setCr3(KERNEL_CR3);
        long thread = globals.curThread();
        frame.saveOnInterrupt(thread);
        act(INTERRUPTED_CONTEXT_SAVED, thread, frame.irqStack(1), frame.irqStack(3));
        cpu.setKernelStackPointer(STACK_TOP);
        c_x64_handle_interrupt(thread, vector, cpu.get(Register.RAX));
    }

    /** Completes the saved context with what the processor pushed. */
    private void c_x64_handle_interrupt(long thread, int vector, long eax) {
        enter(C_X64_HANDLE_INTERRUPT, vector, eax);
        Tcb.setRegister(memory, thread, Register.ERROR, frame.irqStack(0));
        Tcb.setRegister(memory, thread, Register.NEXT_IP, frame.irqStack(1));
        Tcb.setRegister(memory, thread, Register.FAULT_IP, frame.irqStack(1));
        Tcb.setRegister(memory, thread, Register.FLAGS, frame.irqStack(3));
        Tcb.setRegister(memory, thread, Register.RSP, frame.irqStack(4));
        c_handle_interrupt(vector, eax);
    }

    /** Tells page faults, other exceptions, device interrupts and software traps apart. */
    private void c_handle_interrupt(int vector, long eax) {
        enter(C_HANDLE_INTERRUPT, vector, eax);
        long thread = globals.curThread();
        long errorCode = Tcb.register(memory, thread, Register.ERROR);
        if (check(IS_PAGE_FAULT, vector == INT_PAGE_FAULT, vector, errorCode)) {
            boolean instruction = (errorCode >>> 4 & 1) != 0;
            track(ENTRY_VM_FAULT, instruction ? 1 : 0);
            kernel.syscalls().handleVMFaultEvent(instruction);
        } else if (check(IS_EXCEPTION, vector < INT_IRQ_MIN, vector, errorCode)) {
            track(ENTRY_USER_LEVEL_FAULT, vector);
            kernel.syscalls().handleUserLevelFault(vector, errorCode);
        } else if (check(IS_INTERRUPT, vector < INT_TRAP_MIN, vector)) {
            memory.write(KernelGlobals.X86KS_CUR_INTERRUPT, vector);
            track(ENTRY_INTERRUPT, vector);
            kernel.syscalls().handleInterruptEntry();
            kernel.interrupts().receivePendingIRQ();
        } else if (!check(IS_SPURIOUS, vector == INT_SPURIOUS, vector)) {
            long faultIp = Tcb.register(memory, thread, Register.FAULT_IP);
            Tcb.setRegister(memory, thread, Register.FAULT_IP, faultIp - TRAP_INSTRUCTION_BYTES);
            int number = vector << 24 | (int) eax & 0x00ffffff;
            act(TRAP_AS_SYSCALL, number);
            track(ENTRY_UNKNOWN_SYSCALL, number);
            kernel.syscalls().handleUnknownSyscall(number);
        }
        restore_user_context();
    }

    /**
     * An interrupt is taken while the kernel runs, in its interrupt window: notes the vector in x86KSPendingInterrupt.
     *
     * @param vector interrupt vector, 0x20 and up
     */
    public void c_nested_interrupt(int vector) {
        enter(C_NESTED_INTERRUPT, vector);
        memory.write(KernelGlobals.X86KS_PENDING_INTERRUPT, vector);
        leave();
    }

    /** Back to user mode, unless an interrupt that was taken inside the kernel still has to be handled. */
    public void restore_user_context() {
        enter(RESTORE_USER_CONTEXT);
        long pending = memory.read(KernelGlobals.X86KS_PENDING_INTERRUPT);
        frame.loadSegmentBases(globals.curThread());
        if (!check(NO_PENDING_INTERRUPT, pending == INT_INVALID, pending)) {
            int vector = kernel.interrupts().servicePendingIRQ();
            kernel.path().unwind();
            c_handle_interrupt(vector, 0);
            return;
        }
        long thread = globals.curThread();
        long cr3 = memory.read(KernelGlobals.X64KS_CURRENT_USER_CR3);
        if (check(ENTERED_BY_SYSCALL, frame.enteredBySyscall(thread), thread)) {
            frame.clearIrqStack();
            frame.restoreBySysret(thread);
        } else {
            frame.restoreByIret(thread);
        }
        cpu.setCr3(cr3);
        cpu.setInKernel(false);
        act(USER_MODE, thread, cpu.get(Register.NEXT_IP), cr3);
        kernel.path().unwind();
    }

    /** fastpath_restore: the short way back, with badge and message info in registers. */
    void fastpath_restore(KernelPoint userMode, long thread, long badge, long msgInfo) {
        frame.loadSegmentBases(thread);
        frame.clearIrqStack();
        frame.restoreFromFastpath(thread, badge, msgInfo);
        long cr3 = memory.read(KernelGlobals.X64KS_CURRENT_USER_CR3);
        cpu.setCr3(cr3);
        cpu.setInKernel(false);
        act(userMode, thread, badge, msgInfo, cr3);
        kernel.path().unwind();
    }

    private void track(int path, long word) {
        if (trackEntries) {
            memory.write(KernelGlobals.KS_KERNEL_ENTRY_PATH, path);
            memory.write(KernelGlobals.KS_KERNEL_ENTRY_WORD, word);
        }
    }
}
