package dev.trapwalk.engine.kernel.decode;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelPart;
import dev.trapwalk.engine.kernel.NotModelledException;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** Invocations of TCBs: decode and perform. */
public final class TcbInvocations extends KernelPart {

    static final KernelFunction DECODE_TCB_INVOCATION =
            KernelFunction.of(TcbInvocations.class, "decodeTCBInvocation", Phase.DECODE, "label:label", "length:count", "cap:cap", "slot:slot");

    public TcbInvocations(Kernel kernel) {
        super(kernel);
    }

    public ExceptionStatus decodeTCBInvocation(long label, int length, Cap cap, long slot, boolean call,
            long buffer) {
        throw new NotModelledException("decodeTCBInvocation");
    }
}
