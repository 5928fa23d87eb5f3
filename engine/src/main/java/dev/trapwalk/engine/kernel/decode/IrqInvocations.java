package dev.trapwalk.engine.kernel.decode;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.Interrupts;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.IrqHandlerCap;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/** Invocations of IRQ control and IRQ handler capabilities (object/interrupt.c): decode and perform. */
public final class IrqInvocations extends InvocationPart {

    static final KernelFunction DECODE_CONTROL = KernelFunction.of(IrqInvocations.class, "decodeIRQControlInvocation",
            Phase.DECODE, "label:label", "length:count", "slot:slot");
    static final KernelPoint IS_PLAIN_GET = DECODE_CONTROL.branch("is_plain_get", "label:label");
    static final KernelPoint GET_LENGTH = DECODE_CONTROL.check("length", "length:count", "required:count");
    static final KernelPoint GET_EXTRA_CAP = DECODE_CONTROL.check("extra_cap", "slot:slot");
    static final KernelFunction INVOKE_CONTROL = KernelFunction.of(IrqInvocations.class, "invokeIRQControl",
            Phase.PERFORM, "irq:count", "slot:slot", "control:slot");

    static final KernelFunction DECODE_HANDLER = KernelFunction.of(IrqInvocations.class, "decodeIRQHandlerInvocation",
            Phase.DECODE, "label:label", "irq:count");
    static final KernelPoint LABEL_KNOWN = DECODE_HANDLER.check("label_known", "label:label");
    static final KernelPoint EXTRA_CAP = DECODE_HANDLER.check("extra_cap", "slot:slot");
    static final KernelPoint IS_NOTIFICATION = DECODE_HANDLER.check("is_notification", "cap:cap");
    static final KernelPoint CAN_SEND = DECODE_HANDLER.check("can_send", "cap:cap");
    static final KernelFunction ACK =
            KernelFunction.of(IrqInvocations.class, "invokeIRQHandler_AckIRQ", Phase.PERFORM, "irq:count");
    static final KernelFunction SET_HANDLER = KernelFunction.of(IrqInvocations.class,
            "invokeIRQHandler_SetIRQHandler", Phase.PERFORM, "irq:count", "cap:cap", "slot:slot");
    static final KernelFunction CLEAR_HANDLER =
            KernelFunction.of(IrqInvocations.class, "invokeIRQHandler_ClearIRQHandler", Phase.PERFORM, "irq:count");

    private final Cap notification = new Cap();
    private final Cap handlerCap = new Cap();

    public IrqInvocations(Kernel kernel) {
        super(kernel);
    }

    /**
     * IRQControl_Get, and the two x86 variants. The plain one names an interrupt of the legacy controller, which this
     * configuration does not have, so beyond its message it is always refused.
     */
    public ExceptionStatus decodeIRQControlInvocation(long label, int length, long slot, long buffer) {
        enter(DECODE_CONTROL, label, length, slot);
        if (!check(IS_PLAIN_GET, label == InvocationLabel.IRQ_ISSUE_IRQ_HANDLER.number(), label)) {
            return leave(kernel.x86().irqInvocations().Arch_decodeIRQControlInvocation(label, length, slot, buffer));
        }
        if (!check(GET_LENGTH, length >= 3, length, 3) || !check(GET_EXTRA_CAP, extraCap(0) != 0, extraCap(0))) {
            return leave(truncatedMessage());
        }
        return leave(kernel.x86().irqInvocations().Arch_checkIRQ(getSyscallArg(0, buffer)));
    }

    /** Gives out an interrupt: from now on it signals, and its handler capability goes into a slot. */
    public ExceptionStatus invokeIRQControl(int irq, long handlerSlot, long controlSlot) {
        enter(INVOKE_CONTROL, irq, handlerSlot, controlSlot);
        kernel.interrupts().setIRQState(Interrupts.SIGNAL, irq);
        handlerCap.clear(CapType.IRQ_HANDLER);
        IrqHandlerCap.IRQ.set(handlerCap, irq);
        kernel.mdb().cteInsert(handlerCap, controlSlot, handlerSlot);
        return leave(ExceptionStatus.NONE);
    }

    /** IRQHandler_Ack, SetNotification and Clear. */
    public ExceptionStatus decodeIRQHandlerInvocation(long label, int irq) {
        enter(DECODE_HANDLER, label, irq);
        InvocationLabel invocation = InvocationLabel.of(label);
        boolean known = invocation == InvocationLabel.IRQ_ACK_IRQ || invocation == InvocationLabel.IRQ_SET_IRQ_HANDLER
                || invocation == InvocationLabel.IRQ_CLEAR_IRQ_HANDLER;
        if (!check(LABEL_KNOWN, known, label)) {
            return leave(illegalOperation());
        }
        switch (invocation) {
            case IRQ_ACK_IRQ -> {
                restartCurrentThread();
                invokeIRQHandler_AckIRQ(irq);
            }
            case IRQ_SET_IRQ_HANDLER -> {
                long slot = extraCap(0);
                if (!check(EXTRA_CAP, slot != 0, slot)) {
                    return leave(truncatedMessage());
                }
                notification.load(memory, slot);
                if (!check(IS_NOTIFICATION, notification.is(CapType.NOTIFICATION), notification.word0)
                        || !check(CAN_SEND, NotificationCap.CAN_SEND.isSet(notification), notification.word0)) {
                    return leave(invalidCapability(0));
                }
                restartCurrentThread();
                invokeIRQHandler_SetIRQHandler(irq, slot);
            }
            default -> {
                restartCurrentThread();
                invokeIRQHandler_ClearIRQHandler(irq);
            }
        }
        return leave(ExceptionStatus.NONE);
    }

    private void invokeIRQHandler_AckIRQ(int irq) {
        enter(ACK, irq);
        kernel.interrupts().maskInterrupt(false, irq);
        leave();
    }

    /** The notification's capability is copied into the interrupt's slot, where it is a child of the one given. */
    private void invokeIRQHandler_SetIRQHandler(int irq, long slot) {
        enter(SET_HANDLER, irq, notification.word0, slot);
        long irqSlot = KernelGlobals.irqNode(irq);
        kernel.deletion().cteDeleteOne(irqSlot);
        kernel.mdb().cteInsert(notification, slot, irqSlot);
        leave();
    }

    private void invokeIRQHandler_ClearIRQHandler(int irq) {
        enter(CLEAR_HANDLER, irq);
        kernel.deletion().cteDeleteOne(KernelGlobals.irqNode(irq));
        leave();
    }
}
