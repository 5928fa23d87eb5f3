package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * The ready queues, one per domain and priority, and the bitmaps that find the highest one (object/tcb.c).
 *
 * <p>Two levels of bitmaps: bit i of a domain's level 1 word says that one of the 64 queues i*64 .. i*64+63 is not
 * empty, and level 2 word 3-i has a bit for each of those. So the highest priority is two "count leading zeros" away.
 */
public final class ReadyQueues extends KernelPart {

    static final KernelFunction TCB_SCHED_ENQUEUE =
            KernelFunction.of(ReadyQueues.class, "tcbSchedEnqueue", Phase.SCHEDULE, "tcb:tcb");
    static final KernelPoint ENQUEUE_NOT_QUEUED = TCB_SCHED_ENQUEUE.branch("not_queued", "tcb:tcb");
    static final KernelPoint QUEUED_FIRST =
            TCB_SCHED_ENQUEUE.action("queued_first", "tcb:tcb", "domain:count", "priority:count");
    static final KernelFunction TCB_SCHED_APPEND =
            KernelFunction.of(ReadyQueues.class, "tcbSchedAppend", Phase.SCHEDULE, "tcb:tcb");
    static final KernelPoint APPEND_NOT_QUEUED = TCB_SCHED_APPEND.branch("not_queued", "tcb:tcb");
    static final KernelPoint QUEUED_LAST =
            TCB_SCHED_APPEND.action("queued_last", "tcb:tcb", "domain:count", "priority:count");
    static final KernelFunction TCB_SCHED_DEQUEUE =
            KernelFunction.of(ReadyQueues.class, "tcbSchedDequeue", Phase.SCHEDULE, "tcb:tcb");
    static final KernelPoint DEQUEUE_QUEUED = TCB_SCHED_DEQUEUE.branch("queued", "tcb:tcb");
    static final KernelFunction TCB_QUEUE_REMOVE =
            KernelFunction.of(ReadyQueues.class, "tcb_queue_remove", Phase.SCHEDULE, "queue", "tcb:tcb");
    static final KernelFunction ADD_TO_BITMAP =
            KernelFunction.of(ReadyQueues.class, "addToBitmap", Phase.SCHEDULE, "domain:count", "priority:count");
    static final KernelFunction REMOVE_FROM_BITMAP =
            KernelFunction.of(ReadyQueues.class, "removeFromBitmap", Phase.SCHEDULE, "domain:count", "priority:count");
    static final KernelPoint LEVEL_2_EMPTY = REMOVE_FROM_BITMAP.branch("level_2_empty", "l2Bitmap");

    private static final int WORD_RADIX = 6;
    private static final int PRIORITY_MASK = (1 << WORD_RADIX) - 1;
    private static final int L2_WORDS = KernelConfig.NUM_PRIORITIES >> WORD_RADIX;
    private static final int QUEUE_BYTES = 16;

    public ReadyQueues(Kernel kernel) {
        super(kernel);
    }

    /** Level 1 word of a domain; 0 when none of its threads is queued. */
    public long l1Bitmap(int domain) {
        return memory.read(l1Address(domain));
    }

    /** Highest priority with a queued thread (getHighestPrio); some thread of the domain must be queued. */
    public int getHighestPrio(int domain) {
        int l1Index = 63 - Long.numberOfLeadingZeros(l1Bitmap(domain));
        int l2Index = 63 - Long.numberOfLeadingZeros(memory.read(l2Address(domain, l1Index)));
        return l1Index << WORD_RADIX | l2Index;
    }

    /** First thread of a queue, or 0. */
    public long head(int domain, int priority) {
        return memory.read(queueAddress(domain, priority));
    }

    /** Address of the head and end words of a queue (ready_queues_index). */
    public static long queueAddress(long domain, long priority) {
        return KernelGlobals.KS_READY_QUEUES + (domain * KernelConfig.NUM_PRIORITIES + priority) * QUEUE_BYTES;
    }

    /** Puts a thread at the head of its queue, unless it is queued: it runs before its equals. */
    public void tcbSchedEnqueue(long tcb) {
        enter(TCB_SCHED_ENQUEUE, tcb);
        if (check(ENQUEUE_NOT_QUEUED, !Tcb.QUEUED.isSet(memory, tcb), tcb)) {
            long domain = Tcb.DOMAIN.get(memory, tcb);
            long priority = Tcb.PRIORITY.get(memory, tcb);
            long queue = queueAddress(domain, priority);
            long head = memory.read(queue);
            if (head == 0) {
                addToBitmap(domain, priority);
                memory.write(queue + 8, tcb);
            } else {
                Tcb.SCHED_NEXT.set(memory, tcb, head);
                Tcb.SCHED_PREV.set(memory, head, tcb);
            }
            memory.write(queue, tcb);
            Tcb.QUEUED.set(memory, tcb, 1);
            act(QUEUED_FIRST, tcb, domain, priority);
        }
        leave();
    }

    /** Puts a thread at the end of its queue, unless it is queued: it runs after its equals. */
    public void tcbSchedAppend(long tcb) {
        enter(TCB_SCHED_APPEND, tcb);
        if (check(APPEND_NOT_QUEUED, !Tcb.QUEUED.isSet(memory, tcb), tcb)) {
            long domain = Tcb.DOMAIN.get(memory, tcb);
            long priority = Tcb.PRIORITY.get(memory, tcb);
            long queue = queueAddress(domain, priority);
            if (memory.read(queue) == 0) {
                addToBitmap(domain, priority);
                memory.write(queue, tcb);
            } else {
                long end = memory.read(queue + 8);
                Tcb.SCHED_PREV.set(memory, tcb, end);
                Tcb.SCHED_NEXT.set(memory, end, tcb);
            }
            memory.write(queue + 8, tcb);
            Tcb.QUEUED.set(memory, tcb, 1);
            act(QUEUED_LAST, tcb, domain, priority);
        }
        leave();
    }

    /** Takes a thread out of its queue, if it is queued. */
    public void tcbSchedDequeue(long tcb) {
        enter(TCB_SCHED_DEQUEUE, tcb);
        if (check(DEQUEUE_QUEUED, Tcb.QUEUED.isSet(memory, tcb), tcb)) {
            long domain = Tcb.DOMAIN.get(memory, tcb);
            long priority = Tcb.PRIORITY.get(memory, tcb);
            long queue = queueAddress(domain, priority);
            tcb_queue_remove(queue, tcb);
            Tcb.QUEUED.set(memory, tcb, 0);
            if (memory.read(queue) == 0) {
                removeFromBitmap(domain, priority);
            }
        }
        leave();
    }

    /** Unlinks a thread from the queue whose head and end are at {@code queue}. */
    private void tcb_queue_remove(long queue, long tcb) {
        enter(TCB_QUEUE_REMOVE, queue, tcb);
        long before = Tcb.SCHED_PREV.get(memory, tcb);
        long after = Tcb.SCHED_NEXT.get(memory, tcb);
        boolean first = memory.read(queue) == tcb;
        boolean last = memory.read(queue + 8) == tcb;
        if (first && last) {
            memory.write(queue, 0);
            memory.write(queue + 8, 0);
        } else if (first) {
            Tcb.SCHED_PREV.set(memory, after, 0);
            Tcb.SCHED_NEXT.set(memory, tcb, 0);
            memory.write(queue, after);
        } else if (last) {
            Tcb.SCHED_NEXT.set(memory, before, 0);
            Tcb.SCHED_PREV.set(memory, tcb, 0);
            memory.write(queue + 8, before);
        } else {
            Tcb.SCHED_NEXT.set(memory, before, after);
            Tcb.SCHED_PREV.set(memory, after, before);
            Tcb.SCHED_PREV.set(memory, tcb, 0);
            Tcb.SCHED_NEXT.set(memory, tcb, 0);
        }
        leave();
    }

    private void addToBitmap(long domain, long priority) {
        enter(ADD_TO_BITMAP, domain, priority);
        int l1Index = (int) priority >> WORD_RADIX;
        long l1 = l1Address(domain);
        long l2 = l2Address(domain, l1Index);
        memory.write(l1, memory.read(l1) | 1L << l1Index);
        memory.write(l2, memory.read(l2) | 1L << (priority & PRIORITY_MASK));
        leave();
    }

    private void removeFromBitmap(long domain, long priority) {
        enter(REMOVE_FROM_BITMAP, domain, priority);
        int l1Index = (int) priority >> WORD_RADIX;
        long l2 = l2Address(domain, l1Index);
        long rest = memory.read(l2) & ~(1L << (priority & PRIORITY_MASK));
        memory.write(l2, rest);
        if (check(LEVEL_2_EMPTY, rest == 0, rest)) {
            long l1 = l1Address(domain);
            memory.write(l1, memory.read(l1) & ~(1L << l1Index));
        }
        leave();
    }

    private static long l1Address(long domain) {
        return KernelGlobals.KS_READY_QUEUES_L1_BITMAP + 8 * domain;
    }

    /** Level 2 words lie in inverted order, so that the one of the highest priorities is next to level 1. */
    private static long l2Address(long domain, int l1Index) {
        return KernelGlobals.KS_READY_QUEUES_L2_BITMAP + 8 * (domain * L2_WORDS + L2_WORDS - 1 - l1Index);
    }
}
