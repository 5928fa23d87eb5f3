package dev.trapwalk.engine.kernel.decode;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelPart;
import dev.trapwalk.engine.kernel.NotModelledException;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** Invocations of IRQ control and IRQ handler capabilities: decode and perform. */
public final class IrqInvocations extends KernelPart {

    static final KernelFunction DECODE_IRQ_CONTROL_INVOCATION =
            KernelFunction.of(IrqInvocations.class, "decodeIRQControlInvocation", Phase.DECODE, "label:label", "length:count", "slot:slot");
    static final KernelFunction DECODE_IRQ_HANDLER_INVOCATION =
            KernelFunction.of(IrqInvocations.class, "decodeIRQHandlerInvocation", Phase.DECODE, "label:label", "irq:count");

    public IrqInvocations(Kernel kernel) {
        super(kernel);
    }

    public ExceptionStatus decodeIRQControlInvocation(long label, int length, long slot, long buffer) {
        throw new NotModelledException("decodeIRQControlInvocation");
    }

    public ExceptionStatus decodeIRQHandlerInvocation(long label, int irq) {
        throw new NotModelledException("decodeIRQHandlerInvocation");
    }
}
