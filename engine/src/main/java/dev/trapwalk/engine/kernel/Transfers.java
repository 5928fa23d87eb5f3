package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** Moves a message and its capabilities from one thread to another. */
public final class Transfers extends KernelPart {

    static final KernelFunction DO_IPC_TRANSFER =
            KernelFunction.of(Transfers.class, "doIPCTransfer", Phase.PERFORM, "sender:tcb", "endpoint:endpoint", "badge", "receiver:tcb");
    static final KernelFunction DO_FAULT_TRANSFER =
            KernelFunction.of(Transfers.class, "doFaultTransfer", Phase.PERFORM, "badge", "sender:tcb", "receiver:tcb");
    static final KernelFunction DO_NB_RECV_FAILED_TRANSFER =
            KernelFunction.of(Transfers.class, "doNBRecvFailedTransfer", Phase.PERFORM, "thread:tcb");
    static final KernelFunction LOOKUP_IPC_BUFFER =
            KernelFunction.of(Transfers.class, "lookupIPCBuffer", Phase.LOOKUP, "isReceiver:flag", "thread:tcb");
    static final KernelFunction LOOKUP_EXTRA_CAPS =
            KernelFunction.of(Transfers.class, "lookupExtraCaps", Phase.LOOKUP, "thread:tcb", "info:message_info");
    static final KernelFunction COPY_M_RS =
            KernelFunction.of(Transfers.class, "copyMRs", Phase.PERFORM, "sender:tcb", "receiver:tcb", "length:count");

    public Transfers(Kernel kernel) {
        super(kernel);
    }

    public void doIPCTransfer(long sender, long endpoint, long badge, boolean grant, long receiver) {
        throw new NotModelledException("doIPCTransfer");
    }

    public void doFaultTransfer(long badge, long sender, long receiver, long receiverBuffer) {
        throw new NotModelledException("doFaultTransfer");
    }

    public void doNBRecvFailedTransfer(long thread) {
        throw new NotModelledException("doNBRecvFailedTransfer");
    }

    public long lookupIPCBuffer(boolean isReceiver, long thread) {
        throw new NotModelledException("lookupIPCBuffer");
    }

    public ExceptionStatus lookupExtraCaps(long thread, long buffer, long info) {
        throw new NotModelledException("lookupExtraCaps");
    }

    public int copyMRs(long sender, long sendBuffer, long receiver, long receiveBuffer, int length) {
        throw new NotModelledException("copyMRs");
    }
}
