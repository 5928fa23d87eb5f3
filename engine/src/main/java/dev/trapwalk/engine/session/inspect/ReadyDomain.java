package dev.trapwalk.engine.session.inspect;

import java.util.ArrayList;
import java.util.List;

import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.kernel.ReadyQueues;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.state.MachineImage;

/**
 * The ready queues of a scheduling domain, with the bitmaps by which the kernel finds the highest one.
 *
 * @param domain number of the domain
 * @param level1 ksReadyQueuesL1Bitmap: bit i says that one of the queues 64 i .. 64 i + 63 is not empty
 * @param level2 ksReadyQueuesL2Bitmap, the word for priorities 0..63 first: bit j says that queue 64 i + j is not empty
 * @param queues those that are not empty, highest priority first
 */
public record ReadyDomain(int domain, long level1, List<Long> level2, List<Queue> queues) {

    /** Words of the second level. */
    public static final int WORDS = KernelConfig.NUM_PRIORITIES / Long.SIZE;
    /** Most threads of a queue that are listed: one that was overwritten may never end. */
    private static final int MOST = 10_000;

    /**
     * A ready queue.
     *
     * @param priority of its threads, 0..255
     * @param threads TCBs in the order in which they will run
     */
    public record Queue(int priority, List<Long> threads) {

        public Queue {
            threads = List.copyOf(threads);
        }
    }

    public ReadyDomain {
        level2 = List.copyOf(level2);
        queues = List.copyOf(queues);
    }

    static ReadyDomain of(MachineImage machine, int domain) {
        List<Long> level2 = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            level2.add(machine.read(level2Address(domain, i)));
        }
        List<Queue> queues = new ArrayList<>();
        for (int priority = KernelConfig.NUM_PRIORITIES - 1; priority >= 0; priority--) {
            long head = machine.read(ReadyQueues.queueAddress(domain, priority));
            if (head != 0) {
                queues.add(new Queue(priority, threads(machine, head)));
            }
        }
        return new ReadyDomain(domain, machine.read(level1Address(domain)), level2, queues);
    }

    private static List<Long> threads(MachineImage machine, long head) {
        List<Long> threads = new ArrayList<>();
        for (long tcb = head; tcb != 0 && threads.size() < MOST; tcb = machine.get(Tcb.SCHED_NEXT, tcb)) {
            threads.add(tcb);
        }
        return threads;
    }

    /** Kernel window address of a domain's level 1 word. */
    public static long level1Address(int domain) {
        return KernelGlobals.KS_READY_QUEUES_L1_BITMAP + 8L * domain;
    }

    /** Kernel window address of the level 2 word for priorities from {@code 64 index} on: the order is inverted. */
    public static long level2Address(int domain, int index) {
        return KernelGlobals.KS_READY_QUEUES_L2_BITMAP + 8L * (domain * WORDS + WORDS - 1 - index);
    }

    /** Whether the bitmaps say that a queue is not empty. */
    public boolean isMarked(int priority) {
        return (level1 >>> priority / Long.SIZE & 1) != 0
                && (level2.get(priority / Long.SIZE) >>> priority % Long.SIZE & 1) != 0;
    }
}
