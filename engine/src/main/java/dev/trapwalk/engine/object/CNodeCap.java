package dev.trapwalk.engine.object;

/** Fields of a CNode capability: a table of 2^RADIX slots behind a guard. */
public final class CNodeCap {

    public static final BitField GUARD = BitField.word("capCNodeGuard", 1);
    /** Number of guard bits, 0..58. */
    public static final BitField GUARD_SIZE = BitField.bits("capCNodeGuardSize", 0, 53, 6);
    /** log2 of the number of slots. */
    public static final BitField RADIX = BitField.bits("capCNodeRadix", 0, 47, 6);
    /** First slot. */
    public static final BitField PTR = BitField.alignedPointer("capCNodePtr", 0, 0, 1);

    private CNodeCap() {
    }
}
