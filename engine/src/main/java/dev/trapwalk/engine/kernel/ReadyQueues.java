package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** The ready queues, one per domain and priority, and the bitmaps that find the highest one. */
public final class ReadyQueues extends KernelPart {

    static final KernelFunction TCB_SCHED_ENQUEUE =
            KernelFunction.of(ReadyQueues.class, "tcbSchedEnqueue", Phase.SCHEDULE, "tcb:tcb");
    static final KernelFunction TCB_SCHED_APPEND =
            KernelFunction.of(ReadyQueues.class, "tcbSchedAppend", Phase.SCHEDULE, "tcb:tcb");
    static final KernelFunction TCB_SCHED_DEQUEUE =
            KernelFunction.of(ReadyQueues.class, "tcbSchedDequeue", Phase.SCHEDULE, "tcb:tcb");

    public ReadyQueues(Kernel kernel) {
        super(kernel);
    }

    public void tcbSchedEnqueue(long tcb) {
        throw new NotModelledException("tcbSchedEnqueue");
    }

    public void tcbSchedAppend(long tcb) {
        throw new NotModelledException("tcbSchedAppend");
    }

    public void tcbSchedDequeue(long tcb) {
        throw new NotModelledException("tcbSchedDequeue");
    }
}
