package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** Suspending, restarting and replying to threads. */
public final class Threads extends KernelPart {

    static final KernelFunction SUSPEND = KernelFunction.of(Threads.class, "suspend", Phase.PERFORM, "target:tcb");
    static final KernelFunction RESTART = KernelFunction.of(Threads.class, "restart", Phase.PERFORM, "target:tcb");
    static final KernelFunction DO_REPLY_TRANSFER =
            KernelFunction.of(Threads.class, "doReplyTransfer", Phase.PERFORM, "sender:tcb", "receiver:tcb", "slot:slot", "grant:flag");
    static final KernelFunction SETUP_CALLER_CAP =
            KernelFunction.of(Threads.class, "setupCallerCap", Phase.PERFORM, "sender:tcb", "receiver:tcb", "canGrant:flag");
    static final KernelFunction DELETE_CALLER_CAP =
            KernelFunction.of(Threads.class, "deleteCallerCap", Phase.PERFORM, "receiver:tcb");
    static final KernelFunction PERFORM_INVOCATION_REPLY =
            KernelFunction.of(Threads.class, "performInvocation_Reply", Phase.PERFORM, "thread:tcb", "slot:slot", "canGrant:flag");

    public Threads(Kernel kernel) {
        super(kernel);
    }

    public void suspend(long target) {
        throw new NotModelledException("suspend");
    }

    public void restart(long target) {
        throw new NotModelledException("restart");
    }

    public void doReplyTransfer(long sender, long receiver, long slot, boolean grant) {
        throw new NotModelledException("doReplyTransfer");
    }

    public void setupCallerCap(long sender, long receiver, boolean canGrant) {
        throw new NotModelledException("setupCallerCap");
    }

    public void deleteCallerCap(long receiver) {
        throw new NotModelledException("deleteCallerCap");
    }

    public ExceptionStatus performInvocation_Reply(long thread, long slot, boolean canGrant) {
        throw new NotModelledException("performInvocation_Reply");
    }
}
