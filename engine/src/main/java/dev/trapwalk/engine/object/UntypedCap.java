package dev.trapwalk.engine.object;

/** Fields of an untyped capability: a region of memory of 2^BLOCK_SIZE bytes and how much of it is taken. */
public final class UntypedCap {

    /** Start of the region, kernel window address. */
    public static final BitField PTR = BitField.pointer("capPtr", 0, 0);
    /** First free byte, in units of 16 bytes (2^seL4_MinUntypedBits). */
    public static final BitField FREE_INDEX = BitField.bits("capFreeIndex", 1, 16, 48);
    /** 1 when the memory belongs to a device. */
    public static final BitField IS_DEVICE = BitField.flag("capIsDevice", 1, 6);
    /** log2 of the region's size in bytes, 4..47. */
    public static final BitField BLOCK_SIZE = BitField.bits("capBlockSize", 1, 0, 6);

    private UntypedCap() {
    }
}
