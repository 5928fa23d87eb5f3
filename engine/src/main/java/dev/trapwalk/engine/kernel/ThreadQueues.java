package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/**
 * Doubly linked queues of threads that wait on an endpoint or a notification (object/tcb.c): first come, first served.
 *
 * <p>C passes a queue by value as a pair of head and end. Here the pair is in two fields: a queue is loaded from its
 * object, changed, and stored again.
 */
public final class ThreadQueues extends KernelPart {

    static final KernelFunction TCB_EP_APPEND =
            KernelFunction.of(ThreadQueues.class, "tcbEPAppend", Phase.PERFORM, "tcb:tcb", "head:tcb", "end:tcb");
    static final KernelFunction TCB_EP_DEQUEUE =
            KernelFunction.of(ThreadQueues.class, "tcbEPDequeue", Phase.PERFORM, "tcb:tcb", "head:tcb", "end:tcb");
    static final KernelFunction NTFN_PTR_GET_QUEUE = KernelFunction.of(ThreadQueues.class, "ntfn_ptr_get_queue",
            Phase.PERFORM, "notification:notification");
    static final KernelFunction NTFN_PTR_SET_QUEUE = KernelFunction.of(ThreadQueues.class, "ntfn_ptr_set_queue",
            Phase.PERFORM, "notification:notification", "head:tcb", "end:tcb");

    private long head;
    private long end;

    public ThreadQueues(Kernel kernel) {
        super(kernel);
    }

    /** First thread of the queue at hand, or 0. */
    public long head() {
        return head;
    }

    /** Takes the queue of an endpoint in hand (ep_ptr_get_queue). */
    public void ep_ptr_get_queue(long endpoint) {
        head = Endpoint.QUEUE_HEAD.get(memory, endpoint);
        end = Endpoint.QUEUE_TAIL.get(memory, endpoint);
    }

    /** Gives the queue at hand to an endpoint (ep_ptr_set_queue). */
    public void ep_ptr_set_queue(long endpoint) {
        Endpoint.QUEUE_HEAD.set(memory, endpoint, head);
        Endpoint.QUEUE_TAIL.set(memory, endpoint, end);
    }

    /** Takes the queue of a notification in hand. */
    public void ntfn_ptr_get_queue(long notification) {
        enter(NTFN_PTR_GET_QUEUE, notification);
        head = Notification.QUEUE_HEAD.get(memory, notification);
        end = Notification.QUEUE_TAIL.get(memory, notification);
        leave();
    }

    /** Gives the queue at hand to a notification. */
    public void ntfn_ptr_set_queue(long notification) {
        enter(NTFN_PTR_SET_QUEUE, notification, head, end);
        Notification.QUEUE_HEAD.set(memory, notification, head);
        Notification.QUEUE_TAIL.set(memory, notification, end);
        leave();
    }

    /** Puts a thread at the end of the queue at hand. */
    public void tcbEPAppend(long tcb) {
        enter(TCB_EP_APPEND, tcb, head, end);
        if (head == 0) {
            head = tcb;
        } else {
            Tcb.EP_NEXT.set(memory, end, tcb);
        }
        Tcb.EP_PREV.set(memory, tcb, end);
        Tcb.EP_NEXT.set(memory, tcb, 0);
        end = tcb;
        leave();
    }

    /** Takes a thread out of the queue at hand; its own links stay as they are. */
    public void tcbEPDequeue(long tcb) {
        enter(TCB_EP_DEQUEUE, tcb, head, end);
        long before = Tcb.EP_PREV.get(memory, tcb);
        long after = Tcb.EP_NEXT.get(memory, tcb);
        if (before != 0) {
            Tcb.EP_NEXT.set(memory, before, after);
        } else {
            head = after;
        }
        if (after != 0) {
            Tcb.EP_PREV.set(memory, after, before);
        } else {
            end = before;
        }
        leave();
    }
}
