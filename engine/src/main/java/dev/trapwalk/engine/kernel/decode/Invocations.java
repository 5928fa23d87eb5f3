package dev.trapwalk.engine.kernel.decode;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelPart;
import dev.trapwalk.engine.kernel.NotModelledException;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** Chooses the decoder by the type of the invoked capability. */
public final class Invocations extends KernelPart {

    static final KernelFunction DECODE_INVOCATION =
            KernelFunction.of(Invocations.class, "decodeInvocation", Phase.DECODE, "label:label", "length:count", "capIndex:cptr", "cap:cap");

    public Invocations(Kernel kernel) {
        super(kernel);
    }

    public ExceptionStatus decodeInvocation(long label, int length, long capIndex, long slot, Cap cap,
            boolean block, boolean call, long buffer) {
        throw new NotModelledException("decodeInvocation");
    }
}
