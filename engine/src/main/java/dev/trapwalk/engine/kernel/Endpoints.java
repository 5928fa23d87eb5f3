package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Endpoints: sending, receiving, cancelling (object/endpoint.c; manual section "Endpoints").
 *
 * <p>An endpoint holds no message. It only queues threads, either senders or receivers; a message goes straight from
 * one thread to another when both are there.
 */
public final class Endpoints extends KernelPart {

    static final KernelFunction PERFORM_INVOCATION_ENDPOINT = KernelFunction.of(Endpoints.class,
            "performInvocation_Endpoint", Phase.PERFORM, "endpoint:endpoint", "badge", "block:flag", "call:flag");

    static final KernelFunction SEND_IPC = KernelFunction.of(Endpoints.class, "sendIPC", Phase.PERFORM, "blocking:flag",
            "isCall:flag", "badge", "endpoint:endpoint");
    static final KernelPoint RECEIVER_WAITING = SEND_IPC.branch("receiver_waiting", "endpoint:endpoint", "state:count");
    static final KernelPoint SENDER_BLOCKS = SEND_IPC.branch("sender_blocks", "thread:tcb", "blocking:flag");
    static final KernelPoint RECEIVER_DEQUEUED = SEND_IPC.action("receiver_dequeued", "dest:tcb", "endpoint:endpoint");
    static final KernelPoint SEND_IS_CALL = SEND_IPC.branch("call", "isCall:flag");
    static final KernelPoint SENDER_MAY_BE_ANSWERED =
            SEND_IPC.branch("may_be_answered", "canGrant:flag", "canGrantReply:flag");

    static final KernelFunction RECEIVE_IPC = KernelFunction.of(Endpoints.class, "receiveIPC", Phase.PERFORM,
            "thread:tcb", "cap:cap", "isBlocking:flag");
    static final KernelPoint SIGNAL_WAITING = RECEIVE_IPC.branch("signal_waiting", "notification:notification");
    static final KernelPoint SENDER_WAITING = RECEIVE_IPC.branch("sender_waiting", "endpoint:endpoint", "state:count");
    static final KernelPoint RECEIVER_BLOCKS = RECEIVE_IPC.branch("receiver_blocks", "thread:tcb", "isBlocking:flag");
    static final KernelPoint SENDER_DEQUEUED = RECEIVE_IPC.action("sender_dequeued", "sender:tcb", "endpoint:endpoint");
    static final KernelPoint RECEIVED_CALL = RECEIVE_IPC.branch("call", "sender:tcb");
    static final KernelPoint CALLER_MAY_BE_ANSWERED =
            RECEIVE_IPC.branch("may_be_answered", "canGrant:flag", "canGrantReply:flag");

    static final KernelFunction CANCEL_IPC =
            KernelFunction.of(Endpoints.class, "cancelIPC", Phase.PERFORM, "thread:tcb");
    static final KernelPoint WAITS_ON_ENDPOINT =
            CANCEL_IPC.branch("waits_on_endpoint", "thread:tcb", "state:thread_state");
    static final KernelPoint WAITS_ON_NOTIFICATION =
            CANCEL_IPC.branch("waits_on_notification", "thread:tcb", "state:thread_state");
    static final KernelPoint WAITS_FOR_REPLY = CANCEL_IPC.branch("waits_for_reply", "thread:tcb", "state:thread_state");
    static final KernelPoint REPLY_CAP_EXISTS = CANCEL_IPC.branch("reply_cap_exists", "callerSlot:slot");

    static final KernelFunction CANCEL_ALL_IPC =
            KernelFunction.of(Endpoints.class, "cancelAllIPC", Phase.PERFORM, "endpoint:endpoint");
    static final KernelPoint ANYBODY_WAITS = CANCEL_ALL_IPC.branch("anybody_waits", "endpoint:endpoint", "state:count");
    static final KernelFunction CANCEL_BADGED_SENDS =
            KernelFunction.of(Endpoints.class, "cancelBadgedSends", Phase.PERFORM, "endpoint:endpoint", "badge");
    static final KernelPoint SENDERS_WAIT =
            CANCEL_BADGED_SENDS.branch("senders_wait", "endpoint:endpoint", "state:count");
    static final KernelPoint SENDER_HAS_BADGE =
            CANCEL_BADGED_SENDS.branch("sender_has_badge", "thread:tcb", "senderBadge", "badge");

    static final KernelFunction REPLY_FROM_KERNEL_ERROR =
            KernelFunction.of(Endpoints.class, "replyFromKernel_error", Phase.PERFORM, "thread:tcb");
    static final KernelPoint ERROR_REPLIED =
            REPLY_FROM_KERNEL_ERROR.action("error_replied", "thread:tcb", "error:error", "length:count");
    static final KernelFunction REPLY_FROM_KERNEL_SUCCESS_EMPTY =
            KernelFunction.of(Endpoints.class, "replyFromKernel_success_empty", Phase.PERFORM, "thread:tcb");

    public Endpoints(Kernel kernel) {
        super(kernel);
    }

    /** Send, NBSend or Call on an endpoint capability. */
    public ExceptionStatus performInvocation_Endpoint(long endpoint, long badge, boolean canGrant,
            boolean canGrantReply, boolean block, boolean call) {
        enter(PERFORM_INVOCATION_ENDPOINT, endpoint, badge, block ? 1 : 0, call ? 1 : 0);
        sendIPC(block, call, badge, canGrant, canGrantReply, globals.curThread(), endpoint);
        return leave(ExceptionStatus.NONE);
    }

    /**
     * Sends to a waiting receiver, or queues the sender; a non-blocking send without a receiver does nothing. A caller
     * needs the grant or grant-reply right to be answered: without, it becomes inactive.
     */
    public void sendIPC(boolean blocking, boolean isCall, long badge, boolean canGrant, boolean canGrantReply,
            long thread, long endpoint) {
        enter(SEND_IPC, blocking ? 1 : 0, isCall ? 1 : 0, badge, endpoint);
        ThreadQueues queue = kernel.threadQueues();
        long state = Endpoint.STATE.get(memory, endpoint);
        if (!check(RECEIVER_WAITING, state == Endpoint.RECV, endpoint, state)) {
            if (check(SENDER_BLOCKS, blocking, thread, blocking ? 1 : 0)) {
                Tcb.STATE.set(memory, thread, ThreadState.BLOCKED_ON_SEND.number());
                Tcb.BLOCKING_OBJECT.set(memory, thread, endpoint);
                Tcb.BLOCKING_BADGE.set(memory, thread, badge);
                Tcb.BLOCKING_CAN_GRANT.set(memory, thread, canGrant ? 1 : 0);
                Tcb.BLOCKING_CAN_GRANT_REPLY.set(memory, thread, canGrantReply ? 1 : 0);
                Tcb.BLOCKING_IS_CALL.set(memory, thread, isCall ? 1 : 0);
                kernel.scheduler().scheduleTCB(thread);
                appendTo(endpoint, thread, Endpoint.SEND);
            }
            leave();
            return;
        }
        queue.ep_ptr_get_queue(endpoint);
        long dest = queue.head();
        dequeueFrom(endpoint, dest);
        act(RECEIVER_DEQUEUED, dest, endpoint);
        kernel.transfers().doIPCTransfer(thread, endpoint, badge, canGrant, dest);
        boolean replyCanGrant = Tcb.BLOCKING_CAN_GRANT.isSet(memory, dest);
        kernel.scheduler().setThreadState(dest, ThreadState.RUNNING);
        kernel.scheduler().possibleSwitchTo(dest);
        if (check(SEND_IS_CALL, isCall, isCall ? 1 : 0)) {
            if (check(SENDER_MAY_BE_ANSWERED, canGrant || canGrantReply, canGrant ? 1 : 0, canGrantReply ? 1 : 0)) {
                kernel.threads().setupCallerCap(thread, dest, replyCanGrant);
            } else {
                kernel.scheduler().setThreadState(thread, ThreadState.INACTIVE);
            }
        }
        leave();
    }

    /** Receives from a waiting sender, or queues the receiver; a signal of the bound notification goes first. */
    public void receiveIPC(long thread, Cap cap, boolean isBlocking) {
        enter(RECEIVE_IPC, thread, cap.word0, isBlocking ? 1 : 0);
        long endpoint = EndpointCap.PTR.get(cap);
        long notification = Tcb.BOUND_NOTIFICATION.get(memory, thread);
        if (check(SIGNAL_WAITING, notification != 0
                && Notification.STATE.get(memory, notification) == Notification.ACTIVE, notification)) {
            kernel.notifications().completeSignal(notification, thread);
            leave();
            return;
        }
        long state = Endpoint.STATE.get(memory, endpoint);
        if (check(SENDER_WAITING, state == Endpoint.SEND, endpoint, state)) {
            receiveFromSender(thread, endpoint, EndpointCap.CAN_GRANT.isSet(cap));
        } else if (check(RECEIVER_BLOCKS, isBlocking, thread, isBlocking ? 1 : 0)) {
            Tcb.STATE.set(memory, thread, ThreadState.BLOCKED_ON_RECEIVE.number());
            Tcb.BLOCKING_OBJECT.set(memory, thread, endpoint);
            Tcb.BLOCKING_CAN_GRANT.set(memory, thread, EndpointCap.CAN_GRANT.get(cap));
            kernel.scheduler().scheduleTCB(thread);
            appendTo(endpoint, thread, Endpoint.RECV);
        } else {
            kernel.transfers().doNBRecvFailedTransfer(thread);
        }
        leave();
    }

    private void receiveFromSender(long thread, long endpoint, boolean receiverCanGrant) {
        ThreadQueues queue = kernel.threadQueues();
        queue.ep_ptr_get_queue(endpoint);
        long sender = queue.head();
        dequeueFrom(endpoint, sender);
        act(SENDER_DEQUEUED, sender, endpoint);
        long badge = Tcb.BLOCKING_BADGE.get(memory, sender);
        boolean canGrant = Tcb.BLOCKING_CAN_GRANT.isSet(memory, sender);
        boolean canGrantReply = Tcb.BLOCKING_CAN_GRANT_REPLY.isSet(memory, sender);
        kernel.transfers().doIPCTransfer(sender, endpoint, badge, canGrant, thread);
        if (!check(RECEIVED_CALL, Tcb.BLOCKING_IS_CALL.isSet(memory, sender), sender)) {
            kernel.scheduler().setThreadState(sender, ThreadState.RUNNING);
            kernel.scheduler().possibleSwitchTo(sender);
        } else if (check(CALLER_MAY_BE_ANSWERED, canGrant || canGrantReply, canGrant ? 1 : 0, canGrantReply ? 1 : 0)) {
            kernel.threads().setupCallerCap(sender, thread, receiverCanGrant);
        } else {
            kernel.scheduler().setThreadState(sender, ThreadState.INACTIVE);
        }
    }

    /** Ends whatever a thread waits for: out of the queue, or its reply capability deleted. */
    public void cancelIPC(long thread) {
        enter(CANCEL_IPC, thread);
        long state = Tcb.STATE.get(memory, thread);
        if (check(WAITS_ON_ENDPOINT, state == ThreadState.BLOCKED_ON_SEND.number()
                || state == ThreadState.BLOCKED_ON_RECEIVE.number(), thread, state)) {
            long endpoint = Tcb.BLOCKING_OBJECT.get(memory, thread);
            kernel.threadQueues().ep_ptr_get_queue(endpoint);
            dequeueFrom(endpoint, thread);
            kernel.scheduler().setThreadState(thread, ThreadState.INACTIVE);
        } else if (check(WAITS_ON_NOTIFICATION, state == ThreadState.BLOCKED_ON_NOTIFICATION.number(), thread, state)) {
            kernel.notifications().cancelSignal(thread, Tcb.BLOCKING_OBJECT.get(memory, thread));
        } else if (check(WAITS_FOR_REPLY, state == ThreadState.BLOCKED_ON_REPLY.number(), thread, state)) {
            kernel.faults().clearFault(thread);
            long callerSlot = Cte.MDB_NEXT.get(memory, Tcb.slot(thread, Tcb.REPLY));
            if (check(REPLY_CAP_EXISTS, callerSlot != 0, callerSlot)) {
                kernel.deletion().cteDeleteOne(callerSlot);
            }
        }
        leave();
    }

    /** The endpoint is being deleted: everybody who waits on it executes the system call again, and finds it gone. */
    public void cancelAllIPC(long endpoint) {
        enter(CANCEL_ALL_IPC, endpoint);
        long state = Endpoint.STATE.get(memory, endpoint);
        if (check(ANYBODY_WAITS, state != Endpoint.IDLE, endpoint, state)) {
            long thread = Endpoint.QUEUE_HEAD.get(memory, endpoint);
            makeIdle(endpoint);
            for (; thread != 0; thread = Tcb.EP_NEXT.get(memory, thread)) {
                kernel.scheduler().setThreadState(thread, ThreadState.RESTART);
                kernel.readyQueues().tcbSchedEnqueue(thread);
            }
            kernel.scheduler().rescheduleRequired();
        }
        leave();
    }

    /** CNode_CancelBadgedSends: senders with that badge execute their system call again. */
    public void cancelBadgedSends(long endpoint, long badge) {
        enter(CANCEL_BADGED_SENDS, endpoint, badge);
        ThreadQueues queue = kernel.threadQueues();
        long state = Endpoint.STATE.get(memory, endpoint);
        if (check(SENDERS_WAIT, state == Endpoint.SEND, endpoint, state)) {
            queue.ep_ptr_get_queue(endpoint);
            makeIdle(endpoint);
            long next;
            for (long thread = queue.head(); thread != 0; thread = next) {
                long senderBadge = Tcb.BLOCKING_BADGE.get(memory, thread);
                next = Tcb.EP_NEXT.get(memory, thread);
                if (check(SENDER_HAS_BADGE, senderBadge == badge, thread, senderBadge, badge)) {
                    kernel.scheduler().setThreadState(thread, ThreadState.RESTART);
                    kernel.readyQueues().tcbSchedEnqueue(thread);
                    queue.tcbEPDequeue(thread);
                }
            }
            queue.ep_ptr_set_queue(endpoint);
            if (queue.head() != 0) {
                Endpoint.STATE.set(memory, endpoint, Endpoint.SEND);
            }
            kernel.scheduler().rescheduleRequired();
        }
        leave();
    }

    /** Answers a refused Call: label = error code, message = what the error has to say. */
    public void replyFromKernel_error(long thread) {
        enter(REPLY_FROM_KERNEL_ERROR, thread);
        long buffer = kernel.transfers().lookupIPCBuffer(true, thread);
        Tcb.setRegister(memory, thread, Register.CAP, 0);
        int length = kernel.errorMessages().setMRs_syscall_error(thread, buffer);
        long error = memory.read(KernelGlobals.SYSCALL_ERROR_TYPE);
        Tcb.setRegister(memory, thread, Register.MSG_INFO, MessageInfo.of(error, 0, 0, length));
        act(ERROR_REPLIED, thread, error, length);
        leave();
    }

    /** Answers a Call that was performed and returns nothing: badge 0, an empty message with label 0. */
    public void replyFromKernel_success_empty(long thread) {
        enter(REPLY_FROM_KERNEL_SUCCESS_EMPTY, thread);
        Tcb.setRegister(memory, thread, Register.CAP, 0);
        Tcb.setRegister(memory, thread, Register.MSG_INFO, 0);
        leave();
    }

    private void appendTo(long endpoint, long thread, int state) {
        ThreadQueues queue = kernel.threadQueues();
        queue.ep_ptr_get_queue(endpoint);
        queue.tcbEPAppend(thread);
        Endpoint.STATE.set(memory, endpoint, state);
        queue.ep_ptr_set_queue(endpoint);
    }

    /** Takes a thread out of the endpoint's queue, which is at hand; the last one leaves the endpoint idle. */
    private void dequeueFrom(long endpoint, long thread) {
        ThreadQueues queue = kernel.threadQueues();
        queue.tcbEPDequeue(thread);
        queue.ep_ptr_set_queue(endpoint);
        if (queue.head() == 0) {
            Endpoint.STATE.set(memory, endpoint, Endpoint.IDLE);
        }
    }

    private void makeIdle(long endpoint) {
        Endpoint.STATE.set(memory, endpoint, Endpoint.IDLE);
        Endpoint.QUEUE_HEAD.set(memory, endpoint, 0);
        Endpoint.QUEUE_TAIL.set(memory, endpoint, 0);
    }
}
