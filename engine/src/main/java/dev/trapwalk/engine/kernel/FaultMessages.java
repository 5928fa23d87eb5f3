package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** What a fault handler is told, and what its reply does. */
public final class FaultMessages extends KernelPart {

    static final KernelFunction SET_M_RS_FAULT =
            KernelFunction.of(FaultMessages.class, "setMRs_fault", Phase.PERFORM, "sender:tcb", "receiver:tcb");
    static final KernelFunction HANDLE_FAULT_REPLY =
            KernelFunction.of(FaultMessages.class, "handleFaultReply", Phase.PERFORM, "receiver:tcb", "sender:tcb");

    public FaultMessages(Kernel kernel) {
        super(kernel);
    }

    public int setMRs_fault(long sender, long receiver, long receiveBuffer) {
        throw new NotModelledException("setMRs_fault");
    }

    public boolean handleFaultReply(long receiver, long sender) {
        throw new NotModelledException("handleFaultReply");
    }
}
