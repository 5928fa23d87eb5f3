package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelPart;
import dev.trapwalk.engine.kernel.NotModelledException;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** Chooses the decoder of x86 capabilities. */
public final class X86Invocations extends KernelPart {

    static final KernelFunction ARCH_DECODE_INVOCATION =
            KernelFunction.of(X86Invocations.class, "Arch_decodeInvocation", Phase.DECODE, "label:label", "length:count", "cptr:cptr", "cap:cap");

    public X86Invocations(Kernel kernel) {
        super(kernel);
    }

    public ExceptionStatus Arch_decodeInvocation(long label, int length, long cptr, long slot, Cap cap,
            boolean call, long buffer) {
        throw new NotModelledException("Arch_decodeInvocation");
    }
}
