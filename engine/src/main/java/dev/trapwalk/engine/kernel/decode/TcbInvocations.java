package dev.trapwalk.engine.kernel.decode;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.ThreadCap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Invocations of TCBs (object/tcb.c, manual section "seL4_TCB"): the label chooses the decoder. They stand in
 * {@link TcbRegisters} (register values, TLS base, flags), {@link TcbSpaces} (CSpace, VSpace, IPC buffer),
 * {@link TcbPriorities} and {@link TcbNotifications}; Suspend and Resume have nothing to decode and are here.
 */
public final class TcbInvocations extends InvocationPart {

    static final KernelFunction DECODE = KernelFunction.of(TcbInvocations.class, "decodeTCBInvocation", Phase.DECODE,
            "label:label", "length:count", "cap:cap", "slot:slot");
    static final KernelPoint LABEL = DECODE.check("label", "label:label");

    static final KernelFunction INVOKE_TCB_SUSPEND =
            KernelFunction.of(TcbInvocations.class, "invokeTCB_Suspend", Phase.PERFORM, "thread:tcb");
    static final KernelFunction INVOKE_TCB_RESUME =
            KernelFunction.of(TcbInvocations.class, "invokeTCB_Resume", Phase.PERFORM, "thread:tcb");

    private final TcbRegisters registers;
    private final TcbFeatures features;
    private final TcbSpaces spaces;
    private final TcbPriorities priorities;
    private final TcbNotifications notifications;

    public TcbInvocations(Kernel kernel) {
        super(kernel);
        ThreadControl threadControl = new ThreadControl(kernel);
        registers = new TcbRegisters(kernel);
        features = new TcbFeatures(kernel);
        spaces = new TcbSpaces(kernel, threadControl);
        priorities = new TcbPriorities(kernel, threadControl);
        notifications = new TcbNotifications(kernel);
    }

    /**
     * Decodes an invocation of a TCB and performs it.
     *
     * @param slot where the invoked capability lies
     * @param call whether the caller expects a reply
     * @return NONE, SYSCALL_ERROR or PREEMPTED
     */
    public ExceptionStatus decodeTCBInvocation(long label, int length, Cap cap, long slot, boolean call, long buffer) {
        enter(DECODE, label, length, cap.word0, slot);
        InvocationLabel invocation = InvocationLabel.of(label);
        if (!check(LABEL, isTcbLabel(invocation), label)) {
            return leave(illegalOperation());
        }
        long tcb = ThreadCap.PTR.get(cap);
        return leave(switch (invocation) {
            case TCB_READ_REGISTERS -> registers.decodeReadRegisters(tcb, length, call, buffer);
            case TCB_WRITE_REGISTERS -> registers.decodeWriteRegisters(tcb, length, buffer);
            case TCB_COPY_REGISTERS -> registers.decodeCopyRegisters(tcb, length, buffer);
            case TCB_SUSPEND -> {
                restartCurrentThread();
                yield invokeTCB_Suspend(tcb);
            }
            case TCB_RESUME -> {
                restartCurrentThread();
                yield invokeTCB_Resume(tcb);
            }
            case TCB_CONFIGURE -> spaces.decodeTCBConfigure(tcb, length, slot, buffer);
            case TCB_SET_PRIORITY -> priorities.decodeSetPriority(tcb, length, buffer);
            case TCB_SET_MC_PRIORITY -> priorities.decodeSetMCPriority(tcb, length, buffer);
            case TCB_SET_SCHED_PARAMS -> priorities.decodeSetSchedParams(tcb, length, buffer);
            case TCB_SET_IPC_BUFFER -> spaces.decodeSetIPCBuffer(tcb, length, slot, buffer);
            case TCB_SET_SPACE -> spaces.decodeSetSpace(tcb, length, slot, buffer);
            case TCB_BIND_NOTIFICATION -> notifications.decodeBindNotification(tcb);
            case TCB_UNBIND_NOTIFICATION -> notifications.decodeUnbindNotification(tcb);
            case TCB_SET_TLS_BASE -> features.decodeSetTLSBase(tcb, length, buffer);
            default -> features.decodeSetFlags(tcb, length, call, buffer);
        });
    }

    private static boolean isTcbLabel(InvocationLabel label) {
        return label != null && label.compareTo(InvocationLabel.TCB_READ_REGISTERS) >= 0
                && label.compareTo(InvocationLabel.TCB_SET_FLAGS) <= 0;
    }

    /** Performs TCB_Suspend: the thread becomes Inactive. */
    private ExceptionStatus invokeTCB_Suspend(long thread) {
        enter(INVOKE_TCB_SUSPEND, thread);
        kernel.threads().suspend(thread);
        return leave(ExceptionStatus.NONE);
    }

    /** Performs TCB_Resume: a stopped or waiting thread begins its system call again, or runs. */
    private ExceptionStatus invokeTCB_Resume(long thread) {
        enter(INVOKE_TCB_RESUME, thread);
        kernel.threads().restart(thread);
        return leave(ExceptionStatus.NONE);
    }
}
