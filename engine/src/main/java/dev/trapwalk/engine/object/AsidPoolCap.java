package dev.trapwalk.engine.object;

/** Fields of an ASID pool capability. */
public final class AsidPoolCap {

    /** First ASID of the pool, a multiple of 512. */
    public static final BitField ASID_BASE = BitField.bits("capASIDBase", 0, 47, 12);
    public static final BitField POOL = BitField.alignedPointer("capASIDPool", 0, 0, 11);

    private AsidPoolCap() {
    }
}
