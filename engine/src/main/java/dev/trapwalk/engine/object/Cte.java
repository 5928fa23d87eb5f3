package dev.trapwalk.engine.object;

/** Layout of a capability slot (cte_t): 32 bytes, a capability and its node of the mapping database. */
public final class Cte {

    /** log2 of the size of a slot in bytes. */
    public static final int SIZE_BITS = 5;
    /** Size of a slot in bytes. */
    public static final int BYTES = 1 << SIZE_BITS;
    /** Previous slot in the mapping database, or 0. */
    public static final BitField MDB_PREV = BitField.word("mdbPrev", 2);
    /** Next slot in the mapping database, or 0. */
    public static final BitField MDB_NEXT = BitField.alignedPointer("mdbNext", 3, 2, 2);
    /** Whether descendants of this capability can be revoked through it. */
    public static final BitField MDB_REVOCABLE = BitField.flag("mdbRevocable", 3, 1);
    /** Whether this is the first capability with its badge. */
    public static final BitField MDB_FIRST_BADGED = BitField.flag("mdbFirstBadged", 3, 0);

    private Cte() {
    }
}
