package dev.trapwalk.engine.object;

/** Layout of one entry of an ASID pool: which VSpace an ASID stands for. A pool is 512 such words. */
public final class AsidMap {

    /** log2 of the number of ASIDs of a pool. */
    public static final int LOW_BITS = 9;
    /** Number of ASIDs of a pool. */
    public static final int POOL_ENTRIES = 1 << LOW_BITS;
    /** Number of pools there can be at a time. */
    public static final int POOLS = 8;

    public static final BitField TYPE = BitField.bits("type", 0, 0, 2);
    /** Type: no VSpace has this ASID. */
    public static final int NONE = 0;
    /** Type: a PML4 has this ASID. */
    public static final int VSPACE = 1;
    /** The PML4, kernel window address. */
    public static final BitField VSPACE_ROOT = BitField.pointer("vspace_root", 0, 16);

    private AsidMap() {
    }
}
