package dev.trapwalk.engine.kernel.decode;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelPart;
import dev.trapwalk.engine.kernel.NotModelledException;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** Untyped_Retype: decode, reset, perform. */
public final class UntypedInvocations extends KernelPart {

    static final KernelFunction DECODE_UNTYPED_INVOCATION =
            KernelFunction.of(UntypedInvocations.class, "decodeUntypedInvocation", Phase.DECODE, "label:label", "length:count", "slot:slot", "cap:cap");

    public UntypedInvocations(Kernel kernel) {
        super(kernel);
    }

    public ExceptionStatus decodeUntypedInvocation(long label, int length, long slot, Cap cap, boolean call,
            long buffer) {
        throw new NotModelledException("decodeUntypedInvocation");
    }
}
