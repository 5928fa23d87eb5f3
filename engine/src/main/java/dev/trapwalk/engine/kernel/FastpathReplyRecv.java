package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.Fault;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.ReplyCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * fastpath_reply_recv: seL4_ReplyRecv that answers the caller and waits for the next message (manual section "Calling
 * and Replying").
 */
public final class FastpathReplyRecv extends FastPath {

    static final KernelFunction FASTPATH_REPLY_RECV =
            KernelFunction.noReturn(FastpathReplyRecv.class, "fastpath_reply_recv",
            Phase.FASTPATH, "cptr:cptr", "msgInfo:message_info");
    static final KernelPoint EXTRA_CAPS = FASTPATH_REPLY_RECV.check("extra_caps", "extraCaps:count");
    static final KernelPoint LENGTH = FASTPATH_REPLY_RECV.check("length", "length:count", "registers:count");
    static final KernelPoint SAVED_FAULT = FASTPATH_REPLY_RECV.check("saved_fault", "faultType:count");
    static final FastLookup.Points LOOKUP = new FastLookup.Points(FASTPATH_REPLY_RECV);
    static final KernelPoint CAP_NOT_ENDPOINT = FASTPATH_REPLY_RECV.check("cap_not_endpoint", "cap:cap");
    static final KernelPoint NO_RECV_RIGHT = FASTPATH_REPLY_RECV.check("no_recv_right", "cap:cap");
    static final KernelPoint BOUND_NOTIFICATION_ACTIVE =
            FASTPATH_REPLY_RECV.check("bound_notification_active", "notification:notification");
    static final KernelPoint ENDPOINT_IN_SEND_STATE =
            FASTPATH_REPLY_RECV.check("endpoint_in_send_state", "endpoint:endpoint", "state:count");
    static final KernelPoint NO_REPLY_CAP = FASTPATH_REPLY_RECV.check("no_reply_cap", "callerSlot:slot", "cap:cap");
    static final KernelPoint CALLER_HAS_FAULT =
            FASTPATH_REPLY_RECV.check("caller_has_fault", "caller:tcb", "faultType:count");
    static final KernelPoint CALLER_VSPACE_INVALID =
            FASTPATH_REPLY_RECV.check("caller_vspace_invalid", "caller:tcb", "vtable:cap");
    static final KernelPoint CALLER_NOT_HIGHEST_PRIO =
            FASTPATH_REPLY_RECV.check("caller_not_highest_prio", "caller:tcb", "priority:count");
    static final KernelPoint CALLER_OTHER_DOMAIN =
            FASTPATH_REPLY_RECV.check("caller_other_domain", "callerDomain:count", "ksCurDomain:count");
    static final KernelPoint RECEIVER_QUEUED =
            FASTPATH_REPLY_RECV.action("receiver_queued", "thread:tcb", "endpoint:endpoint");
    static final KernelPoint REPLY_CAP_DELETED = FASTPATH_REPLY_RECV.action("reply_cap_deleted", "callerSlot:slot");
    static final KernelPoint MRS_COPIED =
            FASTPATH_REPLY_RECV.action("mrs_copied", "thread:tcb", "caller:tcb", "length:count");
    static final KernelPoint SWITCHED = FASTPATH_REPLY_RECV.action("switched", "caller:tcb", "cr3");
    static final KernelPoint USER_MODE =
            FASTPATH_REPLY_RECV.action("user_mode", "thread:tcb", "badge", "msgInfo:message_info", "cr3");

    public FastpathReplyRecv(Kernel kernel) {
        super(kernel);
    }

    /** seL4_ReplyRecv: answers the caller and waits for the next one. */
    public void fastpath_reply_recv(long cptr, long msgInfo) {
        enter(FASTPATH_REPLY_RECV, cptr, msgInfo);
        long thread = globals.curThread();
        if (!messageFitsRegisters(EXTRA_CAPS, LENGTH, SAVED_FAULT, thread, msgInfo)
                || !lookup.lookup_fp(LOOKUP, Tcb.slot(thread, Tcb.CTABLE), cptr)) {
            slowpath(Syscall.REPLY_RECV);
            return;
        }
        long cap = lookup.word0();
        long callerSlot = Tcb.slot(thread, Tcb.CALLER);
        if (!canReceiveAtOnce(thread, cap) || !callerCanRun(callerSlot)) {
            slowpath(Syscall.REPLY_RECV);
            return;
        }
        commitReplyRecv(thread, ReplyCap.TCB_PTR.get(memory, callerSlot), callerSlot, cap, msgInfo);
    }

    private boolean canReceiveAtOnce(long thread, long cap) {
        if (!check(CAP_NOT_ENDPOINT, isType(cap, CapType.ENDPOINT), cap)
                || !check(NO_RECV_RIGHT, EndpointCap.CAN_RECEIVE.in(cap) != 0, cap)) {
            return false;
        }
        long notification = Tcb.BOUND_NOTIFICATION.get(memory, thread);
        if (!check(BOUND_NOTIFICATION_ACTIVE,
                notification == 0
                        || Notification.STATE.get(memory, notification) != Notification.ACTIVE, notification)) {
            return false;
        }
        long endpoint = EndpointCap.PTR.in(cap);
        long state = Endpoint.STATE.get(memory, endpoint);
        return check(ENDPOINT_IN_SEND_STATE, state != Endpoint.SEND, endpoint, state);
    }

    private boolean callerCanRun(long callerSlot) {
        long callerCap = memory.read(callerSlot);
        if (!check(NO_REPLY_CAP, isType(callerCap, CapType.REPLY), callerSlot, callerCap)) {
            return false;
        }
        long caller = ReplyCap.TCB_PTR.get(memory, callerSlot);
        long faultType = Fault.TYPE.get(memory, caller + Tcb.FAULT);
        if (!check(CALLER_HAS_FAULT, faultType == Fault.NULL_FAULT, caller, faultType)) {
            return false;
        }
        long vtable = memory.read(Tcb.slot(caller, Tcb.VTABLE));
        if (!check(CALLER_VSPACE_INVALID, isMappedPml4(vtable), caller, vtable)) {
            return false;
        }
        int domain = severalDomains ? globals.curDomain() : 0;
        long priority = Tcb.PRIORITY.get(memory, caller);
        if (!check(CALLER_NOT_HIGHEST_PRIO, kernel.scheduler().isHighestPrio(domain, priority), caller, priority)) {
            return false;
        }
        return !severalDomains || isCurrentDomain(CALLER_OTHER_DOMAIN, caller, domain);
    }

    private void commitReplyRecv(long thread, long caller, long callerSlot, long cap, long msgInfo) {
        trackFastpath();
        long endpoint = EndpointCap.PTR.in(cap);
        setState(thread, endpoint | ThreadState.BLOCKED_ON_RECEIVE.number());
        Tcb.BLOCKING_CAN_GRANT.set(memory, thread, EndpointCap.CAN_GRANT.in(cap));
        long tail = Endpoint.QUEUE_TAIL.get(memory, endpoint);
        if (tail == 0) {
            Tcb.EP_PREV.set(memory, thread, 0);
            Tcb.EP_NEXT.set(memory, thread, 0);
            Endpoint.QUEUE_HEAD.set(memory, endpoint, thread);
        } else {
            Tcb.EP_NEXT.set(memory, tail, thread);
            Tcb.EP_PREV.set(memory, thread, tail);
            Tcb.EP_NEXT.set(memory, thread, 0);
        }
        memory.write(endpoint, thread | Endpoint.RECV);
        act(RECEIVER_QUEUED, thread, endpoint);

        memory.write(Cte.MDB_PREV.get(memory, callerSlot) + 24, 3);
        for (int word = 0; word < Cte.BYTES; word += 8) {
            memory.write(callerSlot + word, 0);
        }
        act(REPLY_CAP_DELETED, callerSlot);

        long length = MessageInfo.LENGTH.in(msgInfo);
        copyMrs(length, thread, caller);
        act(MRS_COPIED, thread, caller, length);
        setState(caller, ThreadState.RUNNING.number());
        act(SWITCHED, caller, switchToThread_fp(caller));
        kernel.traps().fastpath_restore(USER_MODE, caller, 0, MessageInfo.CAPS_UNWRAPPED.put(msgInfo, 0));
    }
}
