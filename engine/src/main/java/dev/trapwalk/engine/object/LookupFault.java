package dev.trapwalk.engine.object;

/** Layout of a {@code lookup_fault_t}: why a CSpace lookup stopped. Two words. */
public final class LookupFault {

    /** Size in bytes. */
    public static final int BYTES = 16;
    public static final BitField TYPE = BitField.bits("lufType", 0, 0, 2);

    public static final int INVALID_ROOT = 0;
    public static final int MISSING_CAPABILITY = 1;
    public static final int DEPTH_MISMATCH = 2;
    public static final int GUARD_MISMATCH = 3;

    /** MissingCapability: bits of the CPtr still to be resolved. */
    public static final BitField MISSING_BITS_LEFT = BitField.bits("bitsLeft", 0, 2, 7);
    public static final BitField DEPTH_BITS_LEFT = BitField.bits("bitsLeft", 0, 2, 7);
    /** DepthMismatch: bits that this level would have resolved. */
    public static final BitField DEPTH_BITS_FOUND = BitField.bits("bitsFound", 0, 9, 7);
    public static final BitField GUARD_BITS_LEFT = BitField.bits("bitsLeft", 0, 9, 7);
    /** GuardMismatch: number of bits of the guard of the CNode capability. */
    public static final BitField GUARD_BITS_FOUND = BitField.bits("bitsFound", 0, 2, 7);
    /** GuardMismatch: the guard of the CNode capability. */
    public static final BitField GUARD_FOUND = BitField.word("guardFound", 1);

    private LookupFault() {
    }
}
