package dev.trapwalk.engine.session.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.Fault;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.ReplyCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.state.MachineImage;

/**
 * The conditions of both fastpaths, each looked at by itself, so that it can be said which other ones would have
 * failed after the first. Only reads the machine as it was before the system call. That the first failing one is
 * always the one at which the kernel left is tested over all scenarios.
 */
final class FastpathRules {

    private final MachineImage machine;
    private final long thread;
    private final long info;
    private final CSpaceWalk walk;
    private final List<String> failing = new ArrayList<>();

    private FastpathRules(MachineImage machine, long thread, long cptr, long info) {
        this.machine = machine;
        this.thread = thread;
        this.info = info;
        this.walk = CSpaceWalk.of(machine, thread, cptr);
    }

    /** Names of all checks of {@code fastpath_call} that do not hold, in the kernel's order. */
    static List<String> failingOfCall(MachineImage machine, long thread, long cptr, long info) {
        FastpathRules rules = new FastpathRules(machine, thread, cptr, info);
        rules.message();
        rules.endpointCap(EndpointCap.CAN_SEND.in(rules.cap()), "no_send_right").ifPresent(endpoint -> {
            boolean waiting = machine.get(Endpoint.STATE, endpoint) == Endpoint.RECV;
            rules.require("endpoint_not_in_recv_state", waiting);
            if (waiting) {
                rules.destination(machine.get(Endpoint.QUEUE_HEAD, endpoint));
            }
            rules.require("no_grant_or_grantreply", EndpointCap.CAN_GRANT.in(rules.cap()) != 0
                    || EndpointCap.CAN_GRANT_REPLY.in(rules.cap()) != 0);
        });
        return rules.failing;
    }

    /** Names of all checks of {@code fastpath_reply_recv} that do not hold, in the kernel's order. */
    static List<String> failingOfReplyRecv(MachineImage machine, long thread, long cptr, long info) {
        FastpathRules rules = new FastpathRules(machine, thread, cptr, info);
        rules.message();
        rules.endpointCap(EndpointCap.CAN_RECEIVE.in(rules.cap()), "no_recv_right").ifPresent(endpoint -> {
            long notification = machine.get(Tcb.BOUND_NOTIFICATION, thread);
            rules.require("bound_notification_active", notification == 0
                    || machine.get(Notification.STATE, notification) != Notification.ACTIVE);
            rules.require("endpoint_in_send_state", machine.get(Endpoint.STATE, endpoint) != Endpoint.SEND);
        });
        rules.caller();
        return rules.failing;
    }

    private void message() {
        require("extra_caps", MessageInfo.EXTRA_CAPS.in(info) == 0);
        require("length", MessageInfo.LENGTH.in(info) <= Register.MESSAGE_REGISTERS);
        require("saved_fault", Fault.TYPE.in(machine.read(thread + Tcb.FAULT)) == Fault.NULL_FAULT);
    }

    private long cap() {
        return walk.slot() == 0 ? 0 : machine.read(walk.slot());
    }

    private Optional<Long> endpointCap(long right, String rightCheck) {
        switch (walk.end()) {
            case INVALID_ROOT -> require("lookup_root_not_cnode", false);
            case GUARD_MISMATCH -> require("lookup_guard_mismatch", false);
            case DEPTH_MISMATCH -> require("lookup_depth_overshoot", false);
            default -> {
                boolean endpoint = CapType.of(cap()) == CapType.ENDPOINT;
                require("cap_not_endpoint", endpoint);
                if (endpoint) {
                    require(rightCheck, right != 0);
                    return Optional.of(EndpointCap.PTR.in(cap()));
                }
            }
        }
        return Optional.empty();
    }

    private void destination(long dest) {
        require("dest_vspace_invalid", hasVSpace(dest));
        long priority = machine.get(Tcb.PRIORITY, dest);
        require("dest_lower_prio_and_not_highest",
                priority >= machine.get(Tcb.PRIORITY, thread) || isHighest(priority));
    }

    private void caller() {
        long slot = Tcb.slot(thread, Tcb.CALLER);
        boolean reply = CapType.of(machine.read(slot)) == CapType.REPLY;
        require("no_reply_cap", reply);
        if (reply) {
            long caller = machine.get(ReplyCap.TCB_PTR, slot);
            require("caller_has_fault", Fault.TYPE.in(machine.read(caller + Tcb.FAULT)) == Fault.NULL_FAULT);
            require("caller_vspace_invalid", hasVSpace(caller));
            require("caller_not_highest_prio", isHighest(machine.get(Tcb.PRIORITY, caller)));
        }
    }

    private boolean hasVSpace(long tcb) {
        long cap = machine.read(Tcb.slot(tcb, Tcb.VTABLE));
        return CapType.of(cap) == CapType.PML4 && (cap >>> 58 & 1) == 1;
    }

    /** Whether no thread of a higher priority is ready in the current domain (isHighestPrio). */
    private boolean isHighest(long priority) {
        long domain = machine.read(KernelGlobals.KS_CUR_DOMAIN);
        for (long p = priority + 1; p < KernelConfig.NUM_PRIORITIES; p++) {
            if (machine.read(KernelGlobals.KS_READY_QUEUES + 16 * (domain * KernelConfig.NUM_PRIORITIES + p)) != 0) {
                return false;
            }
        }
        return true;
    }

    private void require(String check, boolean holds) {
        if (!holds) {
            failing.add(check);
        }
    }
}
