package dev.trapwalk.engine.session.inspect;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.kernel.KernelGlobals;

/** The kernel's global variables by address, under their names in seL4's C (model/statedata). */
final class KernelVariables {

    private static final int PRIORITIES = KernelConfig.NUM_PRIORITIES;
    private static final TreeMap<Long, Variable> BY_ADDRESS = new TreeMap<>(Map.ofEntries(
            one(KernelGlobals.KS_CUR_THREAD, "ksCurThread"), one(KernelGlobals.KS_IDLE_THREAD, "ksIdleThread"),
            one(KernelGlobals.KS_SCHEDULER_ACTION, "ksSchedulerAction"),
            one(KernelGlobals.KS_CUR_DOMAIN, "ksCurDomain"),
            one(KernelGlobals.KS_DOM_SCHEDULE_IDX, "ksDomScheduleIdx"),
            one(KernelGlobals.KS_DOM_SCHEDULE_START, "ksDomScheduleStart"),
            one(KernelGlobals.KS_DOMAIN_TIME, "ksDomainTime"),
            one(KernelGlobals.KS_WORK_UNITS_COMPLETED, "ksWorkUnitsCompleted"),
            one(KernelGlobals.KS_CUR_FPU_OWNER, "ksCurFPUOwner"),
            one(KernelGlobals.X64KS_CURRENT_USER_CR3, "x64KSCurrentUserCR3"),
            one(KernelGlobals.X86KS_CUR_INTERRUPT, "x86KScurInterrupt"),
            one(KernelGlobals.X86KS_PENDING_INTERRUPT, "x86KSPendingInterrupt"),
            many(KernelGlobals.CURRENT_LOOKUP_FAULT, "current_lookup_fault", 2),
            many(KernelGlobals.CURRENT_FAULT, "current_fault", 2),
            many(KernelGlobals.CURRENT_SYSCALL_ERROR, "current_syscall_error", 7),
            many(KernelGlobals.CURRENT_EXTRA_CAPS, "current_extra_caps.excaprefs", 3),
            many(KernelGlobals.KS_KERNEL_ENTRY_PATH, "ksKernelEntry", 5),
            many(KernelGlobals.X64KS_IRQ_STACK, "x64KSIRQStack", 6),
            one(KernelGlobals.KS_DEBUG_TCBS, "ksDebugTCBs"),
            many(KernelGlobals.KS_DOM_SCHEDULE, "ksDomSchedule", KernelGlobals.DOM_SCHEDULE_LENGTH),
            many(KernelGlobals.INT_STATE_IRQ_TABLE, "intStateIRQTable", 256),
            many(KernelGlobals.X86KS_IRQ_STATE, "x86KSIRQState", 256),
            many(KernelGlobals.X86KS_ASID_TABLE, "x86KSASIDTable", 8),
            many(KernelGlobals.IOREDTBL_STATE, "ioredtbl_state", 64),
            many(KernelGlobals.X86KS_ALLOCATED_IO_PORTS, "x86KSAllocatedIOPorts", 1024),
            many(KernelGlobals.KERNEL_STACK_ALLOC, "kernel_stack_alloc", 1 << KernelGlobals.KERNEL_STACK_BITS - 3),
            many(KernelGlobals.X64KS_KERNEL_PML4, "x64KSKernelPML4", 512),
            many(KernelGlobals.X64KS_SKIM_PML4, "x64KSSKIMPML4", 512),
            many(KernelGlobals.KS_READY_QUEUES_L1_BITMAP, "ksReadyQueuesL1Bitmap", 256),
            many(KernelGlobals.KS_READY_QUEUES_L2_BITMAP, "ksReadyQueuesL2Bitmap", 256 * ReadyDomain.WORDS),
            many(KernelGlobals.KS_READY_QUEUES, "ksReadyQueues", 256 * PRIORITIES * 2)));

    /** A variable of some words; one of a single word is written without an index. */
    private record Variable(String name, int words) {
    }

    private KernelVariables() {
    }

    private static Map.Entry<Long, Variable> one(long address, String name) {
        return entry(address, new Variable(name, 1));
    }

    private static Map.Entry<Long, Variable> many(long address, String name, int words) {
        return entry(address, new Variable(name, words));
    }

    /** Name of the variable, with an index if it has several words, that lies at an address. */
    static Optional<String> at(long address) {
        Map.Entry<Long, Variable> below = BY_ADDRESS.floorEntry(address);
        if (below == null || address - below.getKey() >= 8L * below.getValue().words()) {
            return Optional.empty();
        }
        long index = (address - below.getKey()) / Long.BYTES;
        String name = below.getValue().name();
        if (below.getKey() == KernelGlobals.KS_READY_QUEUES) {
            return Optional.of(name + "[" + index / 2 + "]" + (index % 2 == 0 ? ".head" : ".end"));
        }
        return Optional.of(below.getValue().words() == 1 ? name : name + "[" + index + "]");
    }

    /** Whether the kernel keeps its own state at an address. */
    static boolean contains(long address) {
        return address >= KernelGlobals.BASE && address < KernelGlobals.END;
    }
}
