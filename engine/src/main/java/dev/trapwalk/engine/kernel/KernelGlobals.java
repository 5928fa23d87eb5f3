package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Fault;
import dev.trapwalk.engine.object.Tcb;

/**
 * The kernel's global variables, at fixed addresses of the kernel image so that they are watched and undone like all
 * memory. Names are those of seL4's model/statedata; each variable takes whole words.
 */
public final class KernelGlobals {

    /** Start of the kernel image's data, 1 MiB. */
    public static final long BASE = PhysicalMemory.pptr(0x100000);
    public static final long KS_CUR_THREAD = BASE;
    public static final long KS_IDLE_THREAD = BASE + 0x08;
    public static final long KS_SCHEDULER_ACTION = BASE + 0x10;
    public static final long KS_CUR_DOMAIN = BASE + 0x18;
    public static final long KS_DOM_SCHEDULE_IDX = BASE + 0x20;
    public static final long KS_DOM_SCHEDULE_START = BASE + 0x28;
    public static final long KS_DOMAIN_TIME = BASE + 0x30;
    public static final long KS_WORK_UNITS_COMPLETED = BASE + 0x38;
    public static final long KS_CUR_FPU_OWNER = BASE + 0x40;
    /** x64KSCurrentUserCR3: the page table to be active in user mode. */
    public static final long X64KS_CURRENT_USER_CR3 = BASE + 0x48;
    /** x86KScurInterrupt, or -1. */
    public static final long X86KS_CUR_INTERRUPT = BASE + 0x50;
    /** x86KSPendingInterrupt, or -1. */
    public static final long X86KS_PENDING_INTERRUPT = BASE + 0x58;
    /** current_lookup_fault, two words. */
    public static final long CURRENT_LOOKUP_FAULT = BASE + 0x60;
    /** current_fault, two words. */
    public static final long CURRENT_FAULT = BASE + 0x70;
    /** current_syscall_error: see the SYSCALL_ERROR_ words. */
    public static final long CURRENT_SYSCALL_ERROR = BASE + 0x80;
    public static final long SYSCALL_ERROR_INVALID_ARGUMENT_NUMBER = CURRENT_SYSCALL_ERROR;
    public static final long SYSCALL_ERROR_INVALID_CAP_NUMBER = CURRENT_SYSCALL_ERROR + 0x08;
    public static final long SYSCALL_ERROR_RANGE_ERROR_MIN = CURRENT_SYSCALL_ERROR + 0x10;
    public static final long SYSCALL_ERROR_RANGE_ERROR_MAX = CURRENT_SYSCALL_ERROR + 0x18;
    public static final long SYSCALL_ERROR_MEMORY_LEFT = CURRENT_SYSCALL_ERROR + 0x20;
    public static final long SYSCALL_ERROR_FAILED_LOOKUP_WAS_SOURCE = CURRENT_SYSCALL_ERROR + 0x28;
    /** A {@code SyscallError} number. */
    public static final long SYSCALL_ERROR_TYPE = CURRENT_SYSCALL_ERROR + 0x30;
    /** current_extra_caps: three slot addresses, 0 after the last. */
    public static final long CURRENT_EXTRA_CAPS = BASE + 0xc0;
    /** ksKernelEntry, kept when entries are tracked: why the kernel was entered, an Entry_ number. */
    public static final long KS_KERNEL_ENTRY_PATH = BASE + 0xe0;
    /** Interrupt, fault or unknown system call number; for a system call its number negated. */
    public static final long KS_KERNEL_ENTRY_WORD = BASE + 0xe8;
    /** Type tag of the capability that the system call names. */
    public static final long KS_KERNEL_ENTRY_CAP_TYPE = BASE + 0xf0;
    /** Label of the message info of the system call. */
    public static final long KS_KERNEL_ENTRY_INVOCATION_TAG = BASE + 0xf8;
    /** Whether the system call was done on the fastpath. */
    public static final long KS_KERNEL_ENTRY_IS_FASTPATH = BASE + 0x100;
    /** x64KSIRQStack: where the processor pushes error code, rip, cs, rflags, rsp and ss at an interrupt. */
    public static final long X64KS_IRQ_STACK = BASE + 0x108;
    /** ksDebugTCBs: newest thread of a debug build, 0 otherwise. */
    public static final long KS_DEBUG_TCBS = BASE + 0x138;
    /** ksDomSchedule: 100 entries of one word, domain in the high byte, duration in ticks below. */
    public static final long KS_DOM_SCHEDULE = BASE + 0x1000;
    /** Most entries of the domain schedule, see {@link KernelConfig#numDomainSchedules()}. */
    public static final int DOM_SCHEDULE_LENGTH = 100;
    /** intStateIRQTable: one word per interrupt number. */
    public static final long INT_STATE_IRQ_TABLE = BASE + 0x2000;
    /** x86KSIRQState: one word per interrupt number, see IrqState. */
    public static final long X86KS_IRQ_STATE = BASE + 0x3000;
    /** x86KSASIDTable: address of the pool, one word per pool. */
    public static final long X86KS_ASID_TABLE = BASE + 0x4000;
    /**
     * ioredtbl_state: what the kernel believes the low half of each redirection entry of the IO-APIC is, one word
     * each.
     */
    public static final long IOREDTBL_STATE = BASE + 0x4800;
    /** x86KSAllocatedIOPorts: a bitmap of 65536 ports. */
    public static final long X86KS_ALLOCATED_IO_PORTS = BASE + 0x6000;
    /** intStateIRQNode: 256 slots. */
    public static final long INT_STATE_IRQ_NODE = BASE + 0x8000;
    /** kernel_stack_alloc: the one kernel stack of the core, 2^KERNEL_STACK_BITS bytes. */
    public static final long KERNEL_STACK_ALLOC = BASE + 0x10000;
    /** CONFIG_KERNEL_STACK_BITS. */
    public static final int KERNEL_STACK_BITS = 12;
    /** ksIdleThreadTCB: one TCB block. */
    public static final long KS_IDLE_THREAD_TCB = BASE + 0x12000;
    /** The idle thread's TCB pointer. */
    public static final long IDLE_TCB = KS_IDLE_THREAD_TCB + Tcb.TCB_OFFSET;
    /** x64KSKernelPML4. */
    public static final long X64KS_KERNEL_PML4 = BASE + 0x20000;
    /** x64KSSKIMPML4: what user mode sees of the kernel. */
    public static final long X64KS_SKIM_PML4 = BASE + 0x21000;
    /** ksReadyQueuesL1Bitmap: one word per domain. */
    public static final long KS_READY_QUEUES_L1_BITMAP = BASE + 0x30000;
    /** ksReadyQueuesL2Bitmap: four words per domain, stored in inverted order of the L1 index. */
    public static final long KS_READY_QUEUES_L2_BITMAP = BASE + 0x31000;
    /** ksReadyQueues: head and end (two words) per domain and priority. */
    public static final long KS_READY_QUEUES = BASE + 0x40000;
    /** End of the kernel image's data: nothing beyond belongs to the kernel itself. */
    public static final long END = BASE + 0x40000 + 256 * 256 * 16;

    /** Value of ksSchedulerAction: go on with the current thread. */
    public static final long RESUME_CURRENT_THREAD = 0;
    /** Value of ksSchedulerAction: choose the highest priority ready thread. Any other value is a TCB to switch to. */
    public static final long CHOOSE_NEW_THREAD = 1;

    private final PhysicalMemory memory;

    /** The globals in that memory. */
    public KernelGlobals(PhysicalMemory memory) {
        this.memory = memory;
    }

    /** The TCB that runs. */
    public long curThread() {
        return memory.read(KS_CUR_THREAD);
    }

    /** Makes a TCB the one that runs. */
    public void setCurThread(long tcb) {
        memory.write(KS_CUR_THREAD, tcb);
    }

    /** The idle thread's TCB. */
    public long idleThread() {
        return IDLE_TCB;
    }

    /** {@link #RESUME_CURRENT_THREAD}, {@link #CHOOSE_NEW_THREAD} or a TCB. */
    public long schedulerAction() {
        return memory.read(KS_SCHEDULER_ACTION);
    }

    /** Sets what the scheduler shall do before the kernel is left. */
    public void setSchedulerAction(long action) {
        memory.write(KS_SCHEDULER_ACTION, action);
    }

    /** The domain that runs. */
    public int curDomain() {
        return (int) memory.read(KS_CUR_DOMAIN);
    }

    /** Sets current_fault. */
    public void setFault(long word0, long word1) {
        memory.write(CURRENT_FAULT, word0);
        memory.write(CURRENT_FAULT + 8, word1);
    }

    /** Sets current_fault to a capability fault: {@code cptr} did not lead to a usable capability. */
    public void setCapFault(long cptr, boolean inReceivePhase) {
        setFault(Fault.IN_RECEIVE_PHASE.put(Fault.CAP_FAULT, inReceivePhase ? 1 : 0), cptr);
    }

    /** Address of an interrupt's slot in intStateIRQNode. */
    public static long irqNode(int irq) {
        return INT_STATE_IRQ_NODE + (long) irq * Cte.BYTES;
    }

    /** Address of an interrupt's word in x86KSIRQState. */
    public static long irqState(int irq) {
        return X86KS_IRQ_STATE + 8L * irq;
    }
}
