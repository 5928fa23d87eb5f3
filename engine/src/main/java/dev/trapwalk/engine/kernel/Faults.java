package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** Delivers faults to fault handlers. */
public final class Faults extends KernelPart {

    static final KernelFunction HANDLE_FAULT =
            KernelFunction.of(Faults.class, "handleFault", Phase.PERFORM, "thread:tcb");
    static final KernelFunction SEND_FAULT_IPC =
            KernelFunction.of(Faults.class, "sendFaultIPC", Phase.PERFORM, "thread:tcb");

    public Faults(Kernel kernel) {
        super(kernel);
    }

    public void handleFault(long thread) {
        throw new NotModelledException("handleFault");
    }

    public ExceptionStatus sendFaultIPC(long thread) {
        throw new NotModelledException("sendFaultIPC");
    }
}
