package dev.trapwalk.engine.kernel.decode;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelPart;
import dev.trapwalk.engine.kernel.NotModelledException;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** Invocations of CNodes: decode and perform. */
public final class CNodeInvocations extends KernelPart {

    static final KernelFunction DECODE_C_NODE_INVOCATION =
            KernelFunction.of(CNodeInvocations.class, "decodeCNodeInvocation", Phase.DECODE, "label:label", "length:count", "cap:cap");

    public CNodeInvocations(Kernel kernel) {
        super(kernel);
    }

    public ExceptionStatus decodeCNodeInvocation(long label, int length, Cap cap, long buffer) {
        throw new NotModelledException("decodeCNodeInvocation");
    }
}
