package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Notifications: signalling, waiting, binding (object/notification.c; manual section "Notifications").
 *
 * <p>A notification is a word of flags: signals that nobody waits for are or-ed into it, and whoever receives takes
 * them all. Bound to a thread, its signals also reach that thread while it receives on an endpoint.
 */
public final class Notifications extends KernelPart {

    static final KernelFunction PERFORM_INVOCATION_NOTIFICATION = KernelFunction.of(Notifications.class,
            "performInvocation_Notification", Phase.PERFORM, "notification:notification", "badge");

    static final KernelFunction SEND_SIGNAL = KernelFunction.of(Notifications.class, "sendSignal", Phase.PERFORM,
            "notification:notification", "badge");
    static final KernelPoint IS_IDLE = SEND_SIGNAL.branch("idle", "notification:notification", "state:count");
    static final KernelPoint BOUND_THREAD_RECEIVES =
            SEND_SIGNAL.branch("bound_thread_receives", "boundTCB:tcb", "state:thread_state");
    static final KernelPoint SIGNAL_KEPT = SEND_SIGNAL.action("signal_kept", "notification:notification", "badge");
    static final KernelPoint THREADS_WAIT =
            SEND_SIGNAL.branch("threads_wait", "notification:notification", "state:count");
    static final KernelPoint THREAD_SIGNALLED = SEND_SIGNAL.action("thread_signalled", "dest:tcb", "badge");

    static final KernelFunction RECEIVE_SIGNAL = KernelFunction.of(Notifications.class, "receiveSignal", Phase.PERFORM,
            "thread:tcb", "cap:cap", "isBlocking:flag");
    static final KernelPoint IS_ACTIVE = RECEIVE_SIGNAL.branch("active", "notification:notification", "state:count");
    static final KernelPoint RECEIVER_BLOCKS = RECEIVE_SIGNAL.branch("receiver_blocks", "isBlocking:flag");

    static final KernelFunction CANCEL_ALL_SIGNALS = KernelFunction.of(Notifications.class, "cancelAllSignals",
            Phase.PERFORM, "notification:notification");
    static final KernelPoint ANYBODY_WAITS =
            CANCEL_ALL_SIGNALS.branch("anybody_waits", "notification:notification", "state:count");
    static final KernelFunction CANCEL_SIGNAL = KernelFunction.of(Notifications.class, "cancelSignal", Phase.PERFORM,
            "thread:tcb", "notification:notification");
    static final KernelFunction COMPLETE_SIGNAL =
            KernelFunction.of(Notifications.class, "completeSignal", Phase.PERFORM,
            "notification:notification", "thread:tcb");
    static final KernelPoint SIGNAL_COMPLETED = COMPLETE_SIGNAL.action("signal_completed", "thread:tcb", "badge");

    static final KernelFunction DO_UNBIND_NOTIFICATION = KernelFunction.of(Notifications.class, "doUnbindNotification",
            Phase.PERFORM, "notification:notification", "thread:tcb");
    static final KernelFunction UNBIND_MAYBE_NOTIFICATION = KernelFunction.of(Notifications.class,
            "unbindMaybeNotification", Phase.PERFORM, "notification:notification");
    static final KernelPoint IS_BOUND = UNBIND_MAYBE_NOTIFICATION.branch("bound", "boundTCB:tcb");
    static final KernelFunction UNBIND_NOTIFICATION =
            KernelFunction.of(Notifications.class, "unbindNotification", Phase.PERFORM, "thread:tcb");
    static final KernelPoint HAS_NOTIFICATION =
            UNBIND_NOTIFICATION.branch("has_notification", "notification:notification");
    static final KernelFunction BIND_NOTIFICATION = KernelFunction.of(Notifications.class, "bindNotification",
            Phase.PERFORM, "thread:tcb", "notification:notification");

    public Notifications(Kernel kernel) {
        super(kernel);
    }

    /** Send, NBSend or Call on a notification capability signals it; the message is ignored. */
    public ExceptionStatus performInvocation_Notification(long notification, long badge) {
        enter(PERFORM_INVOCATION_NOTIFICATION, notification, badge);
        sendSignal(notification, badge);
        return leave(ExceptionStatus.NONE);
    }

    /**
     * Wakes one waiting thread, or the bound thread if it receives on an endpoint, or keeps the signal. A bound thread
     * that waits for a reply is not disturbed.
     */
    public void sendSignal(long notification, long badge) {
        enter(SEND_SIGNAL, notification, badge);
        long state = Notification.STATE.get(memory, notification);
        if (check(IS_IDLE, state == Notification.IDLE, notification, state)) {
            long bound = Notification.BOUND_TCB.get(memory, notification);
            long boundState = bound == 0 ? ThreadState.INACTIVE.number() : Tcb.STATE.get(memory, bound);
            if (check(BOUND_THREAD_RECEIVES, boundState == ThreadState.BLOCKED_ON_RECEIVE.number(), bound,
                    boundState)) {
                kernel.endpoints().cancelIPC(bound);
                deliver(bound, badge);
            } else {
                setActive(notification, badge);
            }
        } else if (check(THREADS_WAIT, state == Notification.WAITING, notification, state)) {
            ThreadQueues queue = kernel.threadQueues();
            queue.ntfn_ptr_get_queue(notification);
            long dest = queue.head();
            dequeueFrom(notification, dest);
            deliver(dest, badge);
        } else {
            long kept = Notification.MSG_IDENTIFIER.get(memory, notification) | badge;
            Notification.MSG_IDENTIFIER.set(memory, notification, kept);
            act(SIGNAL_KEPT, notification, kept);
        }
        leave();
    }

    private void deliver(long thread, long badge) {
        kernel.scheduler().setThreadState(thread, ThreadState.RUNNING);
        Tcb.setRegister(memory, thread, Register.CAP, badge);
        act(THREAD_SIGNALLED, thread, badge);
        kernel.scheduler().possibleSwitchTo(thread);
    }

    /** ntfn_set_active. */
    private void setActive(long notification, long badge) {
        Notification.STATE.set(memory, notification, Notification.ACTIVE);
        Notification.MSG_IDENTIFIER.set(memory, notification, badge);
        act(SIGNAL_KEPT, notification, badge);
    }

    /** Takes the kept signals as the badge, or waits. */
    public void receiveSignal(long thread, Cap cap, boolean isBlocking) {
        enter(RECEIVE_SIGNAL, thread, cap.word0, isBlocking ? 1 : 0);
        long notification = NotificationCap.PTR.get(cap);
        long state = Notification.STATE.get(memory, notification);
        if (check(IS_ACTIVE, state == Notification.ACTIVE, notification, state)) {
            Tcb.setRegister(memory, thread, Register.CAP, Notification.MSG_IDENTIFIER.get(memory, notification));
            Notification.STATE.set(memory, notification, Notification.IDLE);
        } else if (check(RECEIVER_BLOCKS, isBlocking, isBlocking ? 1 : 0)) {
            Tcb.STATE.set(memory, thread, ThreadState.BLOCKED_ON_NOTIFICATION.number());
            Tcb.BLOCKING_OBJECT.set(memory, thread, notification);
            kernel.scheduler().scheduleTCB(thread);
            ThreadQueues queue = kernel.threadQueues();
            queue.ntfn_ptr_get_queue(notification);
            queue.tcbEPAppend(thread);
            Notification.STATE.set(memory, notification, Notification.WAITING);
            queue.ntfn_ptr_set_queue(notification);
        } else {
            kernel.transfers().doNBRecvFailedTransfer(thread);
        }
        leave();
    }

    /**
     * The notification is being deleted: everybody who waits on it executes the system call again, and finds it gone.
     */
    public void cancelAllSignals(long notification) {
        enter(CANCEL_ALL_SIGNALS, notification);
        long state = Notification.STATE.get(memory, notification);
        if (check(ANYBODY_WAITS, state == Notification.WAITING, notification, state)) {
            long thread = Notification.QUEUE_HEAD.get(memory, notification);
            Notification.STATE.set(memory, notification, Notification.IDLE);
            Notification.QUEUE_HEAD.set(memory, notification, 0);
            Notification.QUEUE_TAIL.set(memory, notification, 0);
            for (; thread != 0; thread = Tcb.EP_NEXT.get(memory, thread)) {
                kernel.scheduler().setThreadState(thread, ThreadState.RESTART);
                kernel.readyQueues().tcbSchedEnqueue(thread);
            }
            kernel.scheduler().rescheduleRequired();
        }
        leave();
    }

    /** A waiting thread is taken out of the queue and becomes inactive. */
    public void cancelSignal(long thread, long notification) {
        enter(CANCEL_SIGNAL, thread, notification);
        kernel.threadQueues().ntfn_ptr_get_queue(notification);
        dequeueFrom(notification, thread);
        kernel.scheduler().setThreadState(thread, ThreadState.INACTIVE);
        leave();
    }

    /** A thread that is about to receive on an endpoint gets the kept signals of its bound notification instead. */
    public void completeSignal(long notification, long thread) {
        enter(COMPLETE_SIGNAL, notification, thread);
        long badge = Notification.MSG_IDENTIFIER.get(memory, notification);
        Tcb.setRegister(memory, thread, Register.CAP, badge);
        Notification.STATE.set(memory, notification, Notification.IDLE);
        act(SIGNAL_COMPLETED, thread, badge);
        leave();
    }

    private void doUnbindNotification(long notification, long thread) {
        enter(DO_UNBIND_NOTIFICATION, notification, thread);
        Notification.BOUND_TCB.set(memory, notification, 0);
        Tcb.BOUND_NOTIFICATION.set(memory, thread, 0);
        leave();
    }

    /** The notification is being deleted: unbinds it, if it is bound. */
    public void unbindMaybeNotification(long notification) {
        enter(UNBIND_MAYBE_NOTIFICATION, notification);
        long bound = Notification.BOUND_TCB.get(memory, notification);
        if (check(IS_BOUND, bound != 0, bound)) {
            doUnbindNotification(notification, bound);
        }
        leave();
    }

    /** TCB_UnbindNotification, and deletion of the thread. */
    public void unbindNotification(long thread) {
        enter(UNBIND_NOTIFICATION, thread);
        long notification = Tcb.BOUND_NOTIFICATION.get(memory, thread);
        if (check(HAS_NOTIFICATION, notification != 0, notification)) {
            doUnbindNotification(notification, thread);
        }
        leave();
    }

    /** TCB_BindNotification: from now on the thread also receives this notification's signals on endpoints. */
    public void bindNotification(long thread, long notification) {
        enter(BIND_NOTIFICATION, thread, notification);
        Notification.BOUND_TCB.set(memory, notification, thread);
        Tcb.BOUND_NOTIFICATION.set(memory, thread, notification);
        leave();
    }

    private void dequeueFrom(long notification, long thread) {
        ThreadQueues queue = kernel.threadQueues();
        queue.tcbEPDequeue(thread);
        queue.ntfn_ptr_set_queue(notification);
        if (queue.head() == 0) {
            Notification.STATE.set(memory, notification, Notification.IDLE);
        }
    }
}
