package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.Fault;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.object.ReplyCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * The slow path: what each system call and each other kernel entry does (api/syscall.c; manual section "Kernel
 * Services and Objects"). Every one of these ends with {@code schedule(); activateThread();}.
 */
public final class Syscalls extends InvocationPart {

    static final KernelFunction HANDLE_SYSCALL =
            KernelFunction.of(Syscalls.class, "handleSyscall", Phase.LOOKUP, "syscall:syscall");

    static final KernelFunction HANDLE_INVOCATION =
            KernelFunction.of(Syscalls.class, "handleInvocation", Phase.LOOKUP, "isCall:flag", "isBlocking:flag");
    static final KernelPoint CAP_FOUND = HANDLE_INVOCATION.check("cap_found", "cptr:cptr", "slot:slot", "cap:cap");
    static final KernelPoint EXTRA_CAPS_FOUND =
            HANDLE_INVOCATION.check("extra_caps_found", "msgInfo:message_info", "buffer");
    static final KernelPoint MESSAGE_IN_REACH =
            HANDLE_INVOCATION.branch("message_in_reach", "length:count", "buffer");
    static final KernelPoint NOT_PREEMPTED = HANDLE_INVOCATION.check("not_preempted");
    static final KernelPoint ACCEPTED = HANDLE_INVOCATION.check("accepted", "error:error");
    static final KernelPoint COMPLETED = HANDLE_INVOCATION.branch("completed", "state:thread_state");

    static final KernelFunction HANDLE_REPLY = KernelFunction.of(Syscalls.class, "handleReply", Phase.LOOKUP);
    static final KernelPoint CALLER_WAITS = HANDLE_REPLY.branch("caller_waits", "callerSlot:slot", "cap:cap");

    static final KernelFunction HANDLE_RECV =
            KernelFunction.of(Syscalls.class, "handleRecv", Phase.LOOKUP, "isBlocking:flag");
    static final KernelPoint RECV_CAP_FOUND = HANDLE_RECV.check("cap_found", "cptr:cptr");
    static final KernelPoint IS_ENDPOINT = HANDLE_RECV.branch("endpoint", "cap:cap");
    static final KernelPoint EP_CAN_RECEIVE = HANDLE_RECV.check("endpoint_can_receive", "cap:cap");
    static final KernelPoint IS_NOTIFICATION = HANDLE_RECV.check("notification", "cap:cap");
    static final KernelPoint NTFN_CAN_RECEIVE = HANDLE_RECV.check("notification_can_receive", "cap:cap");
    static final KernelPoint NOT_BOUND_TO_OTHER =
            HANDLE_RECV.check("not_bound_to_other_thread", "notification:notification", "boundTCB:tcb");

    static final KernelFunction HANDLE_YIELD = KernelFunction.of(Syscalls.class, "handleYield", Phase.SCHEDULE);

    static final KernelFunction HANDLE_UNKNOWN_SYSCALL =
            KernelFunction.of(Syscalls.class, "handleUnknownSyscall", Phase.LOOKUP, "number:syscall");
    static final KernelPoint DEBUG_SYSCALL = HANDLE_UNKNOWN_SYSCALL.branch("debug_syscall", "number:syscall");
    static final KernelFunction HANDLE_USER_LEVEL_FAULT =
            KernelFunction.of(Syscalls.class, "handleUserLevelFault", Phase.LOOKUP, "number:count", "code");
    static final KernelFunction HANDLE_VM_FAULT_EVENT =
            KernelFunction.of(Syscalls.class, "handleVMFaultEvent", Phase.LOOKUP, "instruction:flag");
    static final KernelPoint VM_FAULT_RESOLVED = HANDLE_VM_FAULT_EVENT.check("resolved", "cr2");
    static final KernelFunction HANDLE_INTERRUPT_ENTRY =
            KernelFunction.of(Syscalls.class, "handleInterruptEntry", Phase.LOOKUP);
    static final KernelFunction CHECK_INTERRUPT = KernelFunction.of(Syscalls.class, "checkInterrupt", Phase.PERFORM);
    static final KernelPoint INTERRUPT_PENDING = CHECK_INTERRUPT.branch("interrupt_pending", "irq:count");

    private final Cap invokedCap = new Cap();
    private final Cap receiveCap = new Cap();

    public Syscalls(Kernel kernel) {
        super(kernel);
    }

    /** The eight system calls of the non-MCS kernel (manual section "System Calls"). */
    public ExceptionStatus handleSyscall(long syscall) {
        enter(HANDLE_SYSCALL, syscall);
        switch ((int) syscall) {
            case -3 -> invoke(false, true);
            case -4 -> invoke(false, false);
            case -1 -> invoke(true, true);
            case -5 -> handleRecv(true);
            case -6 -> handleReply();
            case -2 -> {
                handleReply();
                handleRecv(true);
            }
            case -8 -> handleRecv(false);
            case -7 -> handleYield();
            default -> throw new NotModelledException("handleSyscall " + syscall);
        }
        kernel.scheduler().schedule();
        kernel.scheduler().activateThread();
        return leave(ExceptionStatus.NONE);
    }

    /** An invocation that was preempted lets the interrupt in that preempted it; it is restarted later. */
    private void invoke(boolean isCall, boolean isBlocking) {
        if (handleInvocation(isCall, isBlocking) != ExceptionStatus.NONE) {
            checkInterrupt();
        }
    }

    /**
     * Send, NBSend and Call: finds the capability and the extra capabilities, lets them be decoded and performed, and
     * answers a Call. A Restart state that is still there afterwards means that the operation is complete.
     */
    private ExceptionStatus handleInvocation(boolean isCall, boolean isBlocking) {
        enter(HANDLE_INVOCATION, isCall ? 1 : 0, isBlocking ? 1 : 0);
        long thread = globals.curThread();
        long info = MessageInfo.clamped(Tcb.register(memory, thread, Register.MSG_INFO));
        long cptr = Tcb.register(memory, thread, Register.CAP);
        ExceptionStatus status = kernel.cspace().lookupCapAndSlot(thread, cptr, invokedCap);
        boolean found = status == ExceptionStatus.NONE;
        long slot = found ? kernel.cspace().foundSlot() : 0;
        if (!check(CAP_FOUND, found, cptr, slot, found ? invokedCap.word0 : 0)) {
            globals.setCapFault(cptr, false);
            if (isBlocking) {
                kernel.faults().handleFault(thread);
            }
            return leave(ExceptionStatus.NONE);
        }
        long buffer = kernel.transfers().lookupIPCBuffer(false, thread);
        status = kernel.transfers().lookupExtraCaps(thread, buffer, info);
        if (!check(EXTRA_CAPS_FOUND, status == ExceptionStatus.NONE, info, buffer)) {
            if (isBlocking) {
                kernel.faults().handleFault(thread);
            }
            return leave(ExceptionStatus.NONE);
        }
        int length = (int) MessageInfo.LENGTH.in(info);
        if (!check(MESSAGE_IN_REACH, length <= Register.MESSAGE_REGISTERS || buffer != 0, length, buffer)) {
            length = Register.MESSAGE_REGISTERS;
        }
        status = kernel.invocations().decodeInvocation(MessageInfo.LABEL.in(info), length, cptr, slot, invokedCap,
                isBlocking, isCall, buffer);
        if (!check(NOT_PREEMPTED, status != ExceptionStatus.PREEMPTED)) {
            return leave(status);
        }
        boolean accepted = status != ExceptionStatus.SYSCALL_ERROR;
        if (!check(ACCEPTED, accepted, accepted ? 0 : memory.read(KernelGlobals.SYSCALL_ERROR_TYPE))) {
            if (isCall) {
                kernel.endpoints().replyFromKernel_error(thread);
            }
            return leave(ExceptionStatus.NONE);
        }
        long state = Tcb.STATE.get(memory, thread);
        if (check(COMPLETED, state == ThreadState.RESTART.number(), state)) {
            if (isCall) {
                kernel.endpoints().replyFromKernel_success_empty(thread);
            }
            kernel.scheduler().setThreadState(thread, ThreadState.RUNNING);
        }
        return leave(ExceptionStatus.NONE);
    }

    /** Reply, and the first half of ReplyRecv: uses the reply capability in the caller slot, if there is one. */
    private void handleReply() {
        enter(HANDLE_REPLY);
        long thread = globals.curThread();
        long callerSlot = Tcb.slot(thread, Tcb.CALLER);
        long cap = memory.read(callerSlot);
        boolean isReply = CapType.of(cap) == CapType.REPLY && ReplyCap.MASTER.in(cap) == 0;
        if (!isReply && CapType.of(cap) != CapType.NULL) {
            throw halt(HANDLE_REPLY, "invalid caller cap");
        }
        if (check(CALLER_WAITS, isReply, callerSlot, cap)) {
            kernel.threads().doReplyTransfer(thread, ReplyCap.TCB_PTR.get(memory, callerSlot), callerSlot,
                    ReplyCap.CAN_GRANT.in(cap) != 0);
        }
        leave();
    }

    /** Recv, NBRecv, and the second half of ReplyRecv: a capability that cannot be received from is a fault. */
    private void handleRecv(boolean isBlocking) {
        enter(HANDLE_RECV, isBlocking ? 1 : 0);
        long thread = globals.curThread();
        long cptr = Tcb.register(memory, thread, Register.CAP);
        ExceptionStatus status = kernel.cspace().lookupCap(thread, cptr, receiveCap);
        if (!check(RECV_CAP_FOUND, status == ExceptionStatus.NONE, cptr)) {
            globals.setCapFault(cptr, true);
            kernel.faults().handleFault(thread);
            leave();
            return;
        }
        long cap = receiveCap.word0;
        if (check(IS_ENDPOINT, receiveCap.is(CapType.ENDPOINT), cap)) {
            if (check(EP_CAN_RECEIVE, EndpointCap.CAN_RECEIVE.in(cap) != 0, cap)) {
                kernel.threads().deleteCallerCap(thread);
                kernel.endpoints().receiveIPC(thread, receiveCap, isBlocking);
            } else {
                receiveFault(thread, cptr);
            }
        } else if (check(IS_NOTIFICATION, receiveCap.is(CapType.NOTIFICATION), cap)) {
            long notification = NotificationCap.PTR.in(cap);
            long bound = Notification.BOUND_TCB.get(memory, notification);
            if (check(NTFN_CAN_RECEIVE, NotificationCap.CAN_RECEIVE.in(cap) != 0, cap)
                    && check(NOT_BOUND_TO_OTHER, bound == 0 || bound == thread, notification, bound)) {
                kernel.notifications().receiveSignal(thread, receiveCap, isBlocking);
            } else {
                receiveFault(thread, cptr);
            }
        } else {
            receiveFault(thread, cptr);
        }
        leave();
    }

    private void receiveFault(long thread, long cptr) {
        lookupFaultMissingCapability(0);
        globals.setCapFault(cptr, true);
        kernel.faults().handleFault(thread);
    }

    /** Yield: to the end of the queue of its own priority; the time slice is not refilled. */
    private void handleYield() {
        enter(HANDLE_YIELD);
        long thread = globals.curThread();
        kernel.readyQueues().tcbSchedDequeue(thread);
        kernel.readyQueues().tcbSchedAppend(thread);
        kernel.scheduler().rescheduleRequired();
        leave();
    }

    /** A number that is no system call: one of the debug system calls, or a fault that its handler may emulate. */
    public ExceptionStatus handleUnknownSyscall(long number) {
        enter(HANDLE_UNKNOWN_SYSCALL, number);
        if (kernel.config().debugBuild()
                && check(DEBUG_SYSCALL, DebugSyscalls.isDebugSyscall(number), number)) {
            kernel.debugSyscalls().handle(number);
            return leave(ExceptionStatus.NONE);
        }
        globals.setFault(Fault.UNKNOWN_SYSCALL, number);
        kernel.faults().handleFault(globals.curThread());
        kernel.scheduler().schedule();
        kernel.scheduler().activateThread();
        return leave(ExceptionStatus.NONE);
    }

    /** An exception of the processor other than a page fault, such as an undefined instruction. */
    public ExceptionStatus handleUserLevelFault(long number, long code) {
        enter(HANDLE_USER_LEVEL_FAULT, number, code);
        long word = Fault.NUMBER.put(Fault.USER_EXCEPTION, number);
        globals.setFault(Fault.CODE.put(word, code), 0);
        kernel.faults().handleFault(globals.curThread());
        kernel.scheduler().schedule();
        kernel.scheduler().activateThread();
        return leave(ExceptionStatus.NONE);
    }

    /** A page fault. */
    public ExceptionStatus handleVMFaultEvent(boolean instruction) {
        enter(HANDLE_VM_FAULT_EVENT, instruction ? 1 : 0);
        long thread = globals.curThread();
        ExceptionStatus status = kernel.vspace().handleVMFault(thread, instruction);
        if (!check(VM_FAULT_RESOLVED, status == ExceptionStatus.NONE, kernel.cpu().cr2())) {
            kernel.faults().handleFault(thread);
        }
        kernel.scheduler().schedule();
        kernel.scheduler().activateThread();
        return leave(ExceptionStatus.NONE);
    }

    /** An interrupt taken in user mode or in the idle thread. */
    public ExceptionStatus handleInterruptEntry() {
        enter(HANDLE_INTERRUPT_ENTRY);
        checkInterrupt();
        kernel.scheduler().schedule();
        kernel.scheduler().activateThread();
        return leave(ExceptionStatus.NONE);
    }

    /** Handles the interrupt that caused this entry, or that preempted an invocation. */
    private void checkInterrupt() {
        enter(CHECK_INTERRUPT);
        int irq = kernel.interrupts().getActiveIRQ();
        if (check(INTERRUPT_PENDING, irq >= 0, irq)) {
            kernel.interrupts().handleInterrupt(irq);
        }
        leave();
    }
}
