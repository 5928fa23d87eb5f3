package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** Endpoints: sending, receiving, cancelling. */
public final class Endpoints extends KernelPart {

    static final KernelFunction SEND_IPC =
            KernelFunction.of(Endpoints.class, "sendIPC", Phase.PERFORM, "blocking:flag", "isCall:flag", "badge", "endpoint:endpoint");
    static final KernelFunction RECEIVE_IPC =
            KernelFunction.of(Endpoints.class, "receiveIPC", Phase.PERFORM, "thread:tcb", "cap:cap", "isBlocking:flag");
    static final KernelFunction CANCEL_IPC =
            KernelFunction.of(Endpoints.class, "cancelIPC", Phase.PERFORM, "thread:tcb");
    static final KernelFunction CANCEL_ALL_IPC =
            KernelFunction.of(Endpoints.class, "cancelAllIPC", Phase.PERFORM, "endpoint:endpoint");
    static final KernelFunction CANCEL_BADGED_SENDS =
            KernelFunction.of(Endpoints.class, "cancelBadgedSends", Phase.PERFORM, "endpoint:endpoint", "badge");
    static final KernelFunction REPLY_FROM_KERNEL_ERROR =
            KernelFunction.of(Endpoints.class, "replyFromKernel_error", Phase.PERFORM, "thread:tcb");
    static final KernelFunction REPLY_FROM_KERNEL_SUCCESS_EMPTY =
            KernelFunction.of(Endpoints.class, "replyFromKernel_success_empty", Phase.PERFORM, "thread:tcb");
    static final KernelFunction PERFORM_INVOCATION_ENDPOINT =
            KernelFunction.of(Endpoints.class, "performInvocation_Endpoint", Phase.PERFORM, "endpoint:endpoint", "badge");

    public Endpoints(Kernel kernel) {
        super(kernel);
    }

    public void sendIPC(boolean blocking, boolean isCall, long badge, boolean canGrant, boolean canGrantReply,
            long thread, long endpoint) {
        throw new NotModelledException("sendIPC");
    }

    public void receiveIPC(long thread, Cap cap, boolean isBlocking) {
        throw new NotModelledException("receiveIPC");
    }

    public void cancelIPC(long thread) {
        throw new NotModelledException("cancelIPC");
    }

    public void cancelAllIPC(long endpoint) {
        throw new NotModelledException("cancelAllIPC");
    }

    public void cancelBadgedSends(long endpoint, long badge) {
        throw new NotModelledException("cancelBadgedSends");
    }

    public void replyFromKernel_error(long thread) {
        throw new NotModelledException("replyFromKernel_error");
    }

    public void replyFromKernel_success_empty(long thread) {
        throw new NotModelledException("replyFromKernel_success_empty");
    }

    public ExceptionStatus performInvocation_Endpoint(long endpoint, long badge, boolean canGrant,
            boolean canGrantReply, boolean block, boolean call) {
        throw new NotModelledException("performInvocation_Endpoint");
    }
}
