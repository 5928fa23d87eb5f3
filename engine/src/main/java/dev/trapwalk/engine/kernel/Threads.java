package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Fault;
import dev.trapwalk.engine.object.ReplyCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/** Suspending, restarting and replying to threads (kernel/thread.c, object/tcb.c, object/objecttype.c). */
public final class Threads extends KernelPart {

    static final KernelFunction SUSPEND = KernelFunction.of(Threads.class, "suspend", Phase.PERFORM, "target:tcb");
    static final KernelPoint WAS_RUNNING = SUSPEND.branch("was_running", "target:tcb", "state:thread_state");
    static final KernelFunction RESTART = KernelFunction.of(Threads.class, "restart", Phase.PERFORM, "target:tcb");
    static final KernelPoint IS_STOPPED = RESTART.branch("stopped", "target:tcb", "state:thread_state");
    static final KernelFunction DO_REPLY_TRANSFER = KernelFunction.of(Threads.class, "doReplyTransfer", Phase.PERFORM,
            "sender:tcb", "receiver:tcb", "slot:slot", "grant:flag");
    static final KernelPoint NO_FAULT = DO_REPLY_TRANSFER.branch("no_fault", "receiver:tcb", "faultType:count");
    static final KernelPoint FAULT_RESTARTS = DO_REPLY_TRANSFER.branch("fault_restarts", "receiver:tcb");
    static final KernelFunction SETUP_CALLER_CAP = KernelFunction.of(Threads.class, "setupCallerCap", Phase.PERFORM,
            "sender:tcb", "receiver:tcb", "canGrant:flag");
    static final KernelFunction DELETE_CALLER_CAP =
            KernelFunction.of(Threads.class, "deleteCallerCap", Phase.PERFORM, "receiver:tcb");
    static final KernelFunction PERFORM_INVOCATION_REPLY = KernelFunction.of(Threads.class, "performInvocation_Reply",
            Phase.PERFORM, "thread:tcb", "slot:slot", "canGrant:flag");

    private final Cap replyCap = new Cap();

    public Threads(Kernel kernel) {
        super(kernel);
    }

    /**
     * TCB_Suspend: ends what the thread waits for and makes it inactive. A running one may be past its system call
     * instruction, so that its restart address is brought up to date.
     */
    public void suspend(long target) {
        enter(SUSPEND, target);
        kernel.endpoints().cancelIPC(target);
        long state = Tcb.STATE.get(memory, target);
        if (check(WAS_RUNNING, state == ThreadState.RUNNING.number(), target, state)) {
            Tcb.setRegister(memory, target, Register.FAULT_IP, Tcb.register(memory, target, Register.NEXT_IP));
        }
        kernel.readyQueues().tcbSchedDequeue(target);
        kernel.scheduler().setThreadState(target, ThreadState.INACTIVE);
        leave();
    }

    /** TCB_Resume: a stopped thread starts again, executing the system call it was in once more. */
    public void restart(long target) {
        enter(RESTART, target);
        if (check(IS_STOPPED, kernel.scheduler().isStopped(target), target, Tcb.STATE.get(memory, target))) {
            kernel.endpoints().cancelIPC(target);
            kernel.mdb().setupReplyMaster(target);
            kernel.scheduler().setThreadState(target, ThreadState.RESTART);
            kernel.readyQueues().tcbSchedEnqueue(target);
            kernel.scheduler().possibleSwitchTo(target);
        }
        leave();
    }

    /**
     * Uses up a reply capability: delivers an answer to a caller, or tells a faulting thread how to go on.
     *
     * @param slot where the reply capability is; it is deleted
     */
    public void doReplyTransfer(long sender, long receiver, long slot, boolean grant) {
        enter(DO_REPLY_TRANSFER, sender, receiver, slot, grant ? 1 : 0);
        long faultType = Fault.TYPE.get(memory, receiver + Tcb.FAULT);
        if (check(NO_FAULT, faultType == Fault.NULL_FAULT, receiver, faultType)) {
            kernel.transfers().doIPCTransfer(sender, 0, 0, grant, receiver);
            kernel.deletion().cteDeleteOne(slot);
            kernel.scheduler().setThreadState(receiver, ThreadState.RUNNING);
            kernel.scheduler().possibleSwitchTo(receiver);
        } else {
            kernel.deletion().cteDeleteOne(slot);
            boolean restart = kernel.faultMessages().handleFaultReply(receiver, sender);
            kernel.faults().clearFault(receiver);
            if (check(FAULT_RESTARTS, restart, receiver)) {
                kernel.scheduler().setThreadState(receiver, ThreadState.RESTART);
                kernel.scheduler().possibleSwitchTo(receiver);
            } else {
                kernel.scheduler().setThreadState(receiver, ThreadState.INACTIVE);
            }
        }
        leave();
    }

    /** Blocks a caller for its reply, and puts the capability to reply into the receiver's caller slot. */
    public void setupCallerCap(long sender, long receiver, boolean canGrant) {
        enter(SETUP_CALLER_CAP, sender, receiver, canGrant ? 1 : 0);
        kernel.scheduler().setThreadState(sender, ThreadState.BLOCKED_ON_REPLY);
        replyCap.clear(CapType.REPLY);
        ReplyCap.CAN_GRANT.set(replyCap, canGrant ? 1 : 0);
        ReplyCap.TCB_PTR.set(replyCap, sender);
        kernel.mdb().cteInsert(replyCap, Tcb.slot(sender, Tcb.REPLY), Tcb.slot(receiver, Tcb.CALLER));
        leave();
    }

    /** A thread that receives from an endpoint again drops the reply it has not sent. */
    public void deleteCallerCap(long receiver) {
        enter(DELETE_CALLER_CAP, receiver);
        kernel.deletion().cteDeleteOne(Tcb.slot(receiver, Tcb.CALLER));
        leave();
    }

    /** Invocation of a reply capability that was moved out of the caller slot. */
    public ExceptionStatus performInvocation_Reply(long thread, long slot, boolean canGrant) {
        enter(PERFORM_INVOCATION_REPLY, thread, slot, canGrant ? 1 : 0);
        doReplyTransfer(globals.curThread(), thread, slot, canGrant);
        return leave(ExceptionStatus.NONE);
    }
}
