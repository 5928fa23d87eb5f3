package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.ReplyCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * fastpath_call: seL4_Call to a receiver that is already waiting and may run at once (manual section "Calling and
 * Replying").
 */
public final class FastpathCall extends FastPath {

    static final KernelFunction FASTPATH_CALL =
            KernelFunction.noReturn(FastpathCall.class, "fastpath_call", Phase.FASTPATH,
            "cptr:cptr", "msgInfo:message_info");
    static final KernelPoint EXTRA_CAPS = FASTPATH_CALL.check("extra_caps", "extraCaps:count");
    static final KernelPoint LENGTH = FASTPATH_CALL.check("length", "length:count", "registers:count");
    static final KernelPoint SAVED_FAULT = FASTPATH_CALL.check("saved_fault", "faultType:count");
    static final FastLookup.Points LOOKUP = new FastLookup.Points(FASTPATH_CALL);
    static final KernelPoint CAP_NOT_ENDPOINT = FASTPATH_CALL.check("cap_not_endpoint", "cap:cap");
    static final KernelPoint NO_SEND_RIGHT = FASTPATH_CALL.check("no_send_right", "cap:cap");
    static final KernelPoint ENDPOINT_NOT_IN_RECV_STATE =
            FASTPATH_CALL.check("endpoint_not_in_recv_state", "endpoint:endpoint", "state:count");
    static final KernelPoint DEST_VSPACE_INVALID = FASTPATH_CALL.check("dest_vspace_invalid", "dest:tcb", "vtable:cap");
    static final KernelPoint DEST_LOWER_PRIO_AND_NOT_HIGHEST = FASTPATH_CALL.check("dest_lower_prio_and_not_highest",
            "dest:tcb", "destPriority:count", "priority:count");
    static final KernelPoint NO_GRANT_OR_GRANTREPLY = FASTPATH_CALL.check("no_grant_or_grantreply", "cap:cap");
    static final KernelPoint DEST_OTHER_DOMAIN =
            FASTPATH_CALL.check("dest_other_domain", "destDomain:count", "ksCurDomain:count");
    static final KernelPoint DEST_DEQUEUED = FASTPATH_CALL.action("dest_dequeued", "dest:tcb", "endpoint:endpoint");
    static final KernelPoint CALLER_BLOCKED = FASTPATH_CALL.action("caller_blocked", "thread:tcb", "callerSlot:slot");
    static final KernelPoint MRS_COPIED =
            FASTPATH_CALL.action("mrs_copied", "thread:tcb", "dest:tcb", "length:count");
    static final KernelPoint SWITCHED = FASTPATH_CALL.action("switched", "dest:tcb", "cr3");
    static final KernelPoint USER_MODE =
            FASTPATH_CALL.action("user_mode", "thread:tcb", "badge", "msgInfo:message_info", "cr3");

    public FastpathCall(Kernel kernel) {
        super(kernel);
    }

    /** seL4_Call: hands the message to a waiting receiver and waits for its reply. */
    public void fastpath_call(long cptr, long msgInfo) {
        enter(FASTPATH_CALL, cptr, msgInfo);
        long thread = globals.curThread();
        if (!messageFitsRegisters(EXTRA_CAPS, LENGTH, SAVED_FAULT, thread, msgInfo)
                || !lookup.lookup_fp(LOOKUP, Tcb.slot(thread, Tcb.CTABLE), cptr)) {
            slowpath(Syscall.CALL);
            return;
        }
        long cap = lookup.word0();
        if (!check(CAP_NOT_ENDPOINT, isType(cap, CapType.ENDPOINT), cap)
                || !check(NO_SEND_RIGHT, EndpointCap.CAN_SEND.in(cap) != 0, cap)) {
            slowpath(Syscall.CALL);
            return;
        }
        long endpoint = EndpointCap.PTR.in(cap);
        long state = Endpoint.STATE.get(memory, endpoint);
        if (!check(ENDPOINT_NOT_IN_RECV_STATE, state == Endpoint.RECV, endpoint, state)) {
            slowpath(Syscall.CALL);
            return;
        }
        long dest = Endpoint.QUEUE_HEAD.get(memory, endpoint);
        if (!destinationCanRun(thread, dest, cap)) {
            slowpath(Syscall.CALL);
            return;
        }
        commitCall(thread, dest, endpoint, msgInfo);
    }

    private boolean destinationCanRun(long thread, long dest, long cap) {
        long vtable = memory.read(Tcb.slot(dest, Tcb.VTABLE));
        if (!check(DEST_VSPACE_INVALID, isMappedPml4(vtable), dest, vtable)) {
            return false;
        }
        int domain = severalDomains ? globals.curDomain() : 0;
        long destPriority = Tcb.PRIORITY.get(memory, dest);
        long priority = Tcb.PRIORITY.get(memory, thread);
        if (!check(DEST_LOWER_PRIO_AND_NOT_HIGHEST, destPriority >= priority
                || kernel.scheduler().isHighestPrio(domain, destPriority), dest, destPriority, priority)) {
            return false;
        }
        if (!check(NO_GRANT_OR_GRANTREPLY,
                (EndpointCap.CAN_GRANT.in(cap) | EndpointCap.CAN_GRANT_REPLY.in(cap)) != 0, cap)) {
            return false;
        }
        return !severalDomains || isCurrentDomain(DEST_OTHER_DOMAIN, dest, domain);
    }

    private void commitCall(long thread, long dest, long endpoint, long msgInfo) {
        trackFastpath();
        long next = Tcb.EP_NEXT.get(memory, dest);
        Endpoint.QUEUE_HEAD.set(memory, endpoint, next);
        if (next != 0) {
            Tcb.EP_PREV.set(memory, next, 0);
        } else {
            memory.write(endpoint, Endpoint.IDLE);
        }
        act(DEST_DEQUEUED, dest, endpoint);

        setState(thread, ThreadState.BLOCKED_ON_REPLY.number());
        long replySlot = Tcb.slot(thread, Tcb.REPLY);
        long callerSlot = Tcb.slot(dest, Tcb.CALLER);
        long canGrant = Tcb.BLOCKING_CAN_GRANT.get(memory, dest);
        memory.write(callerSlot + 8, thread);
        memory.write(callerSlot, (long) CapType.REPLY.tag() << 59 | ReplyCap.CAN_GRANT.put(0, canGrant));
        Cte.MDB_PREV.set(memory, callerSlot, replySlot);
        memory.write(replySlot + 24, callerSlot | 3);
        act(CALLER_BLOCKED, thread, callerSlot);

        long length = MessageInfo.LENGTH.in(msgInfo);
        copyMrs(length, thread, dest);
        act(MRS_COPIED, thread, dest, length);
        setState(dest, ThreadState.RUNNING.number());
        act(SWITCHED, dest, switchToThread_fp(dest));
        kernel.traps().fastpath_restore(USER_MODE, dest, lookup.word1(), MessageInfo.CAPS_UNWRAPPED.put(msgInfo, 0));
    }
}
