package dev.trapwalk.engine.kernel.decode;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadCap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * TCB_SetPriority, TCB_SetMCPriority and TCB_SetSchedParams. The message names an authority: a TCB capability whose
 * maximum controlled priority (MCP) bounds what may be given away.
 */
final class TcbPriorities extends InvocationPart {

    static final KernelFunction CHECK_PRIO =
            KernelFunction.of(TcbPriorities.class, "checkPrio", Phase.DECODE, "prio:count", "auth:tcb");
    static final KernelPoint WITHIN_MCP = CHECK_PRIO.check("within_mcp", "prio:count", "mcp:count");

    static final KernelFunction DECODE_SET_PRIORITY =
            KernelFunction.of(TcbPriorities.class, "decodeSetPriority", Phase.DECODE, "tcb:tcb", "length:count");
    static final KernelPoint PRIORITY_ARGUMENTS =
            DECODE_SET_PRIORITY.check("length_and_auth", "length:count", "authSlot:slot");
    static final KernelPoint PRIORITY_AUTH = DECODE_SET_PRIORITY.check("auth_is_tcb", "authCap:cap");
    static final KernelPoint PRIORITY_ALLOWED = DECODE_SET_PRIORITY.check("priority_allowed", "newPrio:count");

    static final KernelFunction DECODE_SET_MC_PRIORITY =
            KernelFunction.of(TcbPriorities.class, "decodeSetMCPriority", Phase.DECODE, "tcb:tcb", "length:count");
    static final KernelPoint MCP_ARGUMENTS =
            DECODE_SET_MC_PRIORITY.check("length_and_auth", "length:count", "authSlot:slot");
    static final KernelPoint MCP_AUTH = DECODE_SET_MC_PRIORITY.check("auth_is_tcb", "authCap:cap");
    static final KernelPoint MCP_ALLOWED = DECODE_SET_MC_PRIORITY.check("mcp_allowed", "newMcp:count");

    static final KernelFunction DECODE_SET_SCHED_PARAMS =
            KernelFunction.of(TcbPriorities.class, "decodeSetSchedParams", Phase.DECODE, "tcb:tcb", "length:count");
    static final KernelPoint SCHED_ARGUMENTS =
            DECODE_SET_SCHED_PARAMS.check("length_and_auth", "length:count", "authSlot:slot");
    static final KernelPoint SCHED_AUTH = DECODE_SET_SCHED_PARAMS.check("auth_is_tcb", "authCap:cap");
    static final KernelPoint SCHED_MCP_ALLOWED = DECODE_SET_SCHED_PARAMS.check("mcp_allowed", "newMcp:count");
    static final KernelPoint SCHED_PRIORITY_ALLOWED =
            DECODE_SET_SCHED_PARAMS.check("priority_allowed", "newPrio:count");

    private final ThreadControl threadControl;
    private final Cap authCap = new Cap();

    TcbPriorities(Kernel kernel, ThreadControl threadControl) {
        super(kernel);
        this.threadControl = threadControl;
    }

    /** Refuses a priority above the authority's MCP with RangeError 0..MCP. */
    private ExceptionStatus checkPrio(long prio, long auth) {
        enter(CHECK_PRIO, prio, auth);
        long mcp = Tcb.MCP.get(memory, auth);
        if (!check(WITHIN_MCP, Long.compareUnsigned(prio, mcp) <= 0, prio, mcp)) {
            return leave(rangeError(0, mcp));
        }
        return leave(ExceptionStatus.NONE);
    }

    /** Decodes TCB_SetPriority. */
    ExceptionStatus decodeSetPriority(long tcb, int length, long buffer) {
        enter(DECODE_SET_PRIORITY, tcb, length);
        long authSlot = extraCap(0);
        if (!check(PRIORITY_ARGUMENTS, length >= 1 && authSlot != 0, length, authSlot)) {
            return leave(truncatedMessage());
        }
        long newPrio = getSyscallArg(0, buffer);
        authCap.load(memory, authSlot);
        if (!check(PRIORITY_AUTH, authCap.is(CapType.THREAD), authCap.word0)) {
            return leave(invalidCapability(1));
        }
        ExceptionStatus status = checkPrio(newPrio, ThreadCap.PTR.get(authCap));
        if (!check(PRIORITY_ALLOWED, status == ExceptionStatus.NONE, newPrio)) {
            return leave(status);
        }
        restartCurrentThread();
        return leave(threadControl.setPriorities(tcb, 0, newPrio, ThreadControl.UPDATE_PRIORITY));
    }

    /** Decodes TCB_SetMCPriority. */
    ExceptionStatus decodeSetMCPriority(long tcb, int length, long buffer) {
        enter(DECODE_SET_MC_PRIORITY, tcb, length);
        long authSlot = extraCap(0);
        if (!check(MCP_ARGUMENTS, length >= 1 && authSlot != 0, length, authSlot)) {
            return leave(truncatedMessage());
        }
        long newMcp = getSyscallArg(0, buffer);
        authCap.load(memory, authSlot);
        if (!check(MCP_AUTH, authCap.is(CapType.THREAD), authCap.word0)) {
            return leave(invalidCapability(1));
        }
        ExceptionStatus status = checkPrio(newMcp, ThreadCap.PTR.get(authCap));
        if (!check(MCP_ALLOWED, status == ExceptionStatus.NONE, newMcp)) {
            return leave(status);
        }
        restartCurrentThread();
        return leave(threadControl.setPriorities(tcb, newMcp, 0, ThreadControl.UPDATE_MCP));
    }

    /** Decodes TCB_SetSchedParams: MCP and priority at once. */
    ExceptionStatus decodeSetSchedParams(long tcb, int length, long buffer) {
        enter(DECODE_SET_SCHED_PARAMS, tcb, length);
        long authSlot = extraCap(0);
        if (!check(SCHED_ARGUMENTS, length >= 2 && authSlot != 0, length, authSlot)) {
            return leave(truncatedMessage());
        }
        long newMcp = getSyscallArg(0, buffer);
        long newPrio = getSyscallArg(1, buffer);
        authCap.load(memory, authSlot);
        if (!check(SCHED_AUTH, authCap.is(CapType.THREAD), authCap.word0)) {
            return leave(invalidCapability(1));
        }
        long auth = ThreadCap.PTR.get(authCap);
        ExceptionStatus status = checkPrio(newMcp, auth);
        if (!check(SCHED_MCP_ALLOWED, status == ExceptionStatus.NONE, newMcp)) {
            return leave(status);
        }
        status = checkPrio(newPrio, auth);
        if (!check(SCHED_PRIORITY_ALLOWED, status == ExceptionStatus.NONE, newPrio)) {
            return leave(status);
        }
        restartCurrentThread();
        return leave(threadControl.setPriorities(tcb, newMcp, newPrio,
                ThreadControl.UPDATE_MCP | ThreadControl.UPDATE_PRIORITY));
    }
}
