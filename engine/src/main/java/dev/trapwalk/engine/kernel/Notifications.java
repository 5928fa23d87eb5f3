package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** Notifications: signalling, waiting, binding. */
public final class Notifications extends KernelPart {

    static final KernelFunction SEND_SIGNAL =
            KernelFunction.of(Notifications.class, "sendSignal", Phase.PERFORM, "notification:notification", "badge");
    static final KernelFunction RECEIVE_SIGNAL =
            KernelFunction.of(Notifications.class, "receiveSignal", Phase.PERFORM, "thread:tcb", "cap:cap", "isBlocking:flag");
    static final KernelFunction CANCEL_ALL_SIGNALS =
            KernelFunction.of(Notifications.class, "cancelAllSignals", Phase.PERFORM, "notification:notification");
    static final KernelFunction CANCEL_SIGNAL =
            KernelFunction.of(Notifications.class, "cancelSignal", Phase.PERFORM, "thread:tcb", "notification:notification");
    static final KernelFunction COMPLETE_SIGNAL =
            KernelFunction.of(Notifications.class, "completeSignal", Phase.PERFORM, "notification:notification", "thread:tcb");
    static final KernelFunction UNBIND_MAYBE_NOTIFICATION =
            KernelFunction.of(Notifications.class, "unbindMaybeNotification", Phase.PERFORM, "notification:notification");
    static final KernelFunction UNBIND_NOTIFICATION =
            KernelFunction.of(Notifications.class, "unbindNotification", Phase.PERFORM, "thread:tcb");
    static final KernelFunction BIND_NOTIFICATION =
            KernelFunction.of(Notifications.class, "bindNotification", Phase.PERFORM, "thread:tcb", "notification:notification");
    static final KernelFunction PERFORM_INVOCATION_NOTIFICATION =
            KernelFunction.of(Notifications.class, "performInvocation_Notification", Phase.PERFORM, "notification:notification", "badge");

    public Notifications(Kernel kernel) {
        super(kernel);
    }

    public void sendSignal(long notification, long badge) {
        throw new NotModelledException("sendSignal");
    }

    public void receiveSignal(long thread, Cap cap, boolean isBlocking) {
        throw new NotModelledException("receiveSignal");
    }

    public void cancelAllSignals(long notification) {
        throw new NotModelledException("cancelAllSignals");
    }

    public void cancelSignal(long thread, long notification) {
        throw new NotModelledException("cancelSignal");
    }

    public void completeSignal(long notification, long thread) {
        throw new NotModelledException("completeSignal");
    }

    public void unbindMaybeNotification(long notification) {
        throw new NotModelledException("unbindMaybeNotification");
    }

    public void unbindNotification(long thread) {
        throw new NotModelledException("unbindNotification");
    }

    public void bindNotification(long thread, long notification) {
        throw new NotModelledException("bindNotification");
    }

    public ExceptionStatus performInvocation_Notification(long notification, long badge) {
        throw new NotModelledException("performInvocation_Notification");
    }
}
