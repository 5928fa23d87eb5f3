package dev.trapwalk.engine.object;

/** Fields of an untyped capability: a region of memory of 2^BLOCK_SIZE bytes and how much of it is taken. */
public final class UntypedCap {

    /** seL4_MinUntypedBits: an untyped has at least 2^4 bytes, and free indices count in that unit. */
    public static final int MIN_BITS = 4;
    /** Start of the region, kernel window address. */
    public static final BitField PTR = BitField.pointer("capPtr", 0, 0);
    /** First free byte, in units of 2^{@link #MIN_BITS} bytes. */
    public static final BitField FREE_INDEX = BitField.bits("capFreeIndex", 1, 16, 48);
    /** 1 when the memory belongs to a device. */
    public static final BitField IS_DEVICE = BitField.flag("capIsDevice", 1, 6);
    /** log2 of the region's size in bytes, 4..47. */
    public static final BitField BLOCK_SIZE = BitField.bits("capBlockSize", 1, 0, 6);

    private UntypedCap() {
    }
}
