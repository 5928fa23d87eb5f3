package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** Finds the capability that a CPtr stands for: guard by guard, level by level. Results: see foundSlot(), bitsRemaining(). */
public final class CSpace extends KernelPart {

    static final KernelFunction LOOKUP_CAP =
            KernelFunction.of(CSpace.class, "lookupCap", Phase.LOOKUP, "thread:tcb", "cptr:cptr");
    static final KernelFunction LOOKUP_CAP_AND_SLOT =
            KernelFunction.of(CSpace.class, "lookupCapAndSlot", Phase.LOOKUP, "thread:tcb", "cptr:cptr");
    static final KernelFunction LOOKUP_SLOT =
            KernelFunction.of(CSpace.class, "lookupSlot", Phase.LOOKUP, "thread:tcb", "cptr:cptr");
    static final KernelFunction LOOKUP_SOURCE_SLOT =
            KernelFunction.of(CSpace.class, "lookupSourceSlot", Phase.DECODE, "root:cap", "cptr", "depth:count");
    static final KernelFunction LOOKUP_TARGET_SLOT =
            KernelFunction.of(CSpace.class, "lookupTargetSlot", Phase.DECODE, "root:cap", "cptr", "depth:count");
    static final KernelFunction LOOKUP_PIVOT_SLOT =
            KernelFunction.of(CSpace.class, "lookupPivotSlot", Phase.DECODE, "root:cap", "cptr", "depth:count");
    static final KernelFunction RESOLVE_ADDRESS_BITS =
            KernelFunction.of(CSpace.class, "resolveAddressBits", Phase.LOOKUP, "nodeCap:cap", "cptr", "bits:count");

    public CSpace(Kernel kernel) {
        super(kernel);
    }

    public ExceptionStatus lookupCap(long thread, long cptr, Cap result) {
        throw new NotModelledException("lookupCap");
    }

    public ExceptionStatus lookupCapAndSlot(long thread, long cptr, Cap result) {
        throw new NotModelledException("lookupCapAndSlot");
    }

    public ExceptionStatus lookupSlot(long thread, long cptr) {
        throw new NotModelledException("lookupSlot");
    }

    public ExceptionStatus lookupSourceSlot(Cap root, long cptr, long depth) {
        throw new NotModelledException("lookupSourceSlot");
    }

    public ExceptionStatus lookupTargetSlot(Cap root, long cptr, long depth) {
        throw new NotModelledException("lookupTargetSlot");
    }

    public ExceptionStatus lookupPivotSlot(Cap root, long cptr, long depth) {
        throw new NotModelledException("lookupPivotSlot");
    }

    public ExceptionStatus resolveAddressBits(Cap nodeCap, long cptr, int bits) {
        throw new NotModelledException("resolveAddressBits");
    }
}
