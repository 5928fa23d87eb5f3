package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
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
 * The two fastpaths: an IPC that needs nothing special is done in one go (fastpath/fastpath.c).
 *
 * <p>Each begins with checks that change nothing; the first that fails leaves for the slow path, which starts over. After
 * the last check there is no way back: message registers are copied, the reply capability is made or used up, and
 * the partner runs. The fast stores write whole words, as in C: the bits of an address that the slow path would mask out
 * stay in the object, which is harmless but visible in a memory dump.
 */
public final class FastPath extends KernelPart {

    static final KernelFunction FASTPATH_CALL = KernelFunction.noReturn(FastPath.class, "fastpath_call", Phase.FASTPATH,
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
    static final KernelPoint CALL_MRS_COPIED =
            FASTPATH_CALL.action("mrs_copied", "thread:tcb", "dest:tcb", "length:count");
    static final KernelPoint CALL_SWITCHED = FASTPATH_CALL.action("switched", "dest:tcb", "cr3");
    static final KernelPoint CALL_USER_MODE =
            FASTPATH_CALL.action("user_mode", "thread:tcb", "badge", "msgInfo:message_info", "cr3");

    static final KernelFunction FASTPATH_REPLY_RECV = KernelFunction.noReturn(FastPath.class, "fastpath_reply_recv",
            Phase.FASTPATH, "cptr:cptr", "msgInfo:message_info");
    static final KernelPoint REPLY_EXTRA_CAPS = FASTPATH_REPLY_RECV.check("extra_caps", "extraCaps:count");
    static final KernelPoint REPLY_LENGTH = FASTPATH_REPLY_RECV.check("length", "length:count", "registers:count");
    static final KernelPoint REPLY_SAVED_FAULT = FASTPATH_REPLY_RECV.check("saved_fault", "faultType:count");
    static final FastLookup.Points REPLY_LOOKUP = new FastLookup.Points(FASTPATH_REPLY_RECV);
    static final KernelPoint REPLY_CAP_NOT_ENDPOINT = FASTPATH_REPLY_RECV.check("cap_not_endpoint", "cap:cap");
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
    static final KernelPoint REPLY_MRS_COPIED =
            FASTPATH_REPLY_RECV.action("mrs_copied", "thread:tcb", "caller:tcb", "length:count");
    static final KernelPoint REPLY_SWITCHED = FASTPATH_REPLY_RECV.action("switched", "caller:tcb", "cr3");
    static final KernelPoint REPLY_USER_MODE =
            FASTPATH_REPLY_RECV.action("user_mode", "thread:tcb", "badge", "msgInfo:message_info", "cr3");

    /** Type and IsMapped bit of a mapped PML4 capability lie side by side and are compared in one go. */
    private static final long MAPPED_PML4 = (long) CapType.PML4.tag() << 1 | 1;

    private final FastLookup lookup;
    private final boolean severalDomains;

    public FastPath(Kernel kernel) {
        super(kernel);
        lookup = new FastLookup(kernel);
        severalDomains = kernel.config().numDomains() > 1;
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
        act(CALL_MRS_COPIED, thread, dest, length);
        setState(dest, ThreadState.RUNNING.number());
        act(CALL_SWITCHED, dest, switchToThread_fp(dest));
        kernel.traps().fastpath_restore(CALL_USER_MODE, dest, lookup.word1(), MessageInfo.CAPS_UNWRAPPED.put(msgInfo, 0));
    }

    /** seL4_ReplyRecv: answers the caller and waits for the next one. */
    public void fastpath_reply_recv(long cptr, long msgInfo) {
        enter(FASTPATH_REPLY_RECV, cptr, msgInfo);
        long thread = globals.curThread();
        if (!messageFitsRegisters(REPLY_EXTRA_CAPS, REPLY_LENGTH, REPLY_SAVED_FAULT, thread, msgInfo)
                || !lookup.lookup_fp(REPLY_LOOKUP, Tcb.slot(thread, Tcb.CTABLE), cptr)) {
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
        if (!check(REPLY_CAP_NOT_ENDPOINT, isType(cap, CapType.ENDPOINT), cap)
                || !check(NO_RECV_RIGHT, EndpointCap.CAN_RECEIVE.in(cap) != 0, cap)) {
            return false;
        }
        long notification = Tcb.BOUND_NOTIFICATION.get(memory, thread);
        if (!check(BOUND_NOTIFICATION_ACTIVE,
                notification == 0 || Notification.STATE.get(memory, notification) != Notification.ACTIVE, notification)) {
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
        act(REPLY_MRS_COPIED, thread, caller, length);
        setState(caller, ThreadState.RUNNING.number());
        act(REPLY_SWITCHED, caller, switchToThread_fp(caller));
        kernel.traps().fastpath_restore(REPLY_USER_MODE, caller, 0, MessageInfo.CAPS_UNWRAPPED.put(msgInfo, 0));
    }

    /** The first checks of both fastpaths, one condition in C: all three are looked at before the path is left. */
    private boolean messageFitsRegisters(KernelPoint extraCaps, KernelPoint length, KernelPoint savedFault, long thread,
            long msgInfo) {
        long caps = MessageInfo.EXTRA_CAPS.in(msgInfo);
        long words = MessageInfo.LENGTH.in(msgInfo);
        long faultType = Fault.TYPE.get(memory, thread + Tcb.FAULT);
        boolean fits = check(extraCaps, caps == 0, caps)
                && check(length, words <= Register.MESSAGE_REGISTERS, words, Register.MESSAGE_REGISTERS);
        return check(savedFault, faultType == Fault.NULL_FAULT, faultType) && fits;
    }

    private boolean isCurrentDomain(KernelPoint point, long tcb, int curDomain) {
        long domain = Tcb.DOMAIN.get(memory, tcb);
        return check(point, domain == curDomain, domain, curDomain);
    }

    private static boolean isType(long word0, CapType type) {
        return word0 >>> 59 == type.tag();
    }

    private static boolean isMappedPml4(long word0) {
        return word0 >>> 58 == MAPPED_PML4;
    }

    /** A store of the whole word, as the C fastpath does: it drops blockingObject with the old state. */
    private void setState(long tcb, long word) {
        memory.write(tcb + 8L * Tcb.STATE.word(), word);
    }

    private void copyMrs(long length, long from, long to) {
        for (int i = 0; i < length; i++) {
            Register register = Register.message(i);
            Tcb.setRegister(memory, to, register, Tcb.register(memory, from, register));
        }
    }

    /** Makes a thread current and its page table the one for user mode; returns that table's cr3. */
    private long switchToThread_fp(long thread) {
        long cr3 = memory.read(Tcb.slot(thread, Tcb.VTABLE) + 8) - PhysicalMemory.PPTR_BASE;
        if (memory.read(KernelGlobals.X64KS_CURRENT_USER_CR3) != cr3) {
            memory.write(KernelGlobals.X64KS_CURRENT_USER_CR3, cr3);
        }
        kernel.x86().fpu().lazyFPURestore(thread);
        globals.setCurThread(thread);
        return cr3;
    }

    private void trackFastpath() {
        if (kernel.config().trackKernelEntries()) {
            memory.write(KernelGlobals.KS_KERNEL_ENTRY_IS_FASTPATH, 1);
        }
    }

    private void slowpath(Syscall syscall) {
        kernel.traps().slowpath(syscall.number());
    }
}
