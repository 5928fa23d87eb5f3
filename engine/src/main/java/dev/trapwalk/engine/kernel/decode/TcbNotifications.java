package dev.trapwalk.engine.kernel.decode;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/** TCB_BindNotification and TCB_UnbindNotification: a thread and a notification belong to each other, one to one. */
final class TcbNotifications extends InvocationPart {

    static final KernelFunction DECODE_BIND =
            KernelFunction.of(TcbNotifications.class, "decodeBindNotification", Phase.DECODE, "tcb:tcb");
    static final KernelPoint BIND_CAP_GIVEN = DECODE_BIND.check("cap_given", "slot:slot");
    static final KernelPoint NOT_BOUND_YET =
            DECODE_BIND.check("not_bound_yet", "boundNotification:notification");
    static final KernelPoint IS_NOTIFICATION = DECODE_BIND.check("is_notification", "cap:cap");
    static final KernelPoint CAN_RECEIVE = DECODE_BIND.check("can_receive", "cap:cap");
    static final KernelPoint NOTIFICATION_FREE = DECODE_BIND.check("notification_free", "notification:notification",
            "queueHead:tcb", "boundTCB:tcb");

    static final KernelFunction DECODE_UNBIND =
            KernelFunction.of(TcbNotifications.class, "decodeUnbindNotification", Phase.DECODE, "tcb:tcb");
    static final KernelPoint IS_BOUND = DECODE_UNBIND.check("is_bound", "boundNotification:notification");

    static final KernelFunction INVOKE_TCB_NOTIFICATION_CONTROL = KernelFunction.of(TcbNotifications.class,
            "invokeTCB_NotificationControl", Phase.PERFORM, "tcb:tcb", "notification:notification");
    static final KernelPoint BIND = INVOKE_TCB_NOTIFICATION_CONTROL.branch("bind", "notification:notification");

    private final Cap cap = new Cap();

    TcbNotifications(Kernel kernel) {
        super(kernel);
    }

    /** Decodes TCB_BindNotification: neither side may be bound yet, and nobody may wait on the notification. */
    ExceptionStatus decodeBindNotification(long tcb) {
        enter(DECODE_BIND, tcb);
        long slot = extraCap(0);
        if (!check(BIND_CAP_GIVEN, slot != 0, slot)) {
            return leave(truncatedMessage());
        }
        long bound = Tcb.BOUND_NOTIFICATION.get(memory, tcb);
        if (!check(NOT_BOUND_YET, bound == 0, bound)) {
            return leave(illegalOperation());
        }
        cap.load(memory, slot);
        if (!check(IS_NOTIFICATION, cap.is(CapType.NOTIFICATION), cap.word0)) {
            return leave(illegalOperation());
        }
        long notification = NotificationCap.PTR.get(cap);
        if (!check(CAN_RECEIVE, NotificationCap.CAN_RECEIVE.isSet(cap), cap.word0)) {
            return leave(illegalOperation());
        }
        long queueHead = Notification.QUEUE_HEAD.get(memory, notification);
        long boundTcb = Notification.BOUND_TCB.get(memory, notification);
        if (!check(NOTIFICATION_FREE, queueHead == 0 && boundTcb == 0, notification, queueHead, boundTcb)) {
            return leave(illegalOperation());
        }
        restartCurrentThread();
        return leave(invokeTCB_NotificationControl(tcb, notification));
    }

    /** Decodes TCB_UnbindNotification. */
    ExceptionStatus decodeUnbindNotification(long tcb) {
        enter(DECODE_UNBIND, tcb);
        long bound = Tcb.BOUND_NOTIFICATION.get(memory, tcb);
        if (!check(IS_BOUND, bound != 0, bound)) {
            return leave(illegalOperation());
        }
        restartCurrentThread();
        return leave(invokeTCB_NotificationControl(tcb, 0));
    }

    /** Binds a notification, or unbinds for 0. */
    private ExceptionStatus invokeTCB_NotificationControl(long tcb, long notification) {
        enter(INVOKE_TCB_NOTIFICATION_CONTROL, tcb, notification);
        if (check(BIND, notification != 0, notification)) {
            kernel.notifications().bindNotification(tcb, notification);
        } else {
            kernel.notifications().unbindNotification(tcb);
        }
        return leave(ExceptionStatus.NONE);
    }
}
