package dev.trapwalk.engine.api;

/** Object types of Untyped_Retype (api_object, x86-64, non-MCS); the ordinal is the number passed to the kernel. */
public enum ObjectType {
    UNTYPED(-1), TCB(11), ENDPOINT(4), NOTIFICATION(5), CNODE(-1), PDPT(12), PML4(12), HUGE_PAGE(30), PAGE_4K(12),
    LARGE_PAGE(21), PAGE_TABLE(12), PAGE_DIRECTORY(12);

    private static final ObjectType[] ALL = values();

    private final int sizeBits;

    ObjectType(int sizeBits) {
        this.sizeBits = sizeBits;
    }

    /** seL4's number of this type. */
    public int number() {
        return ordinal();
    }

    /** Whether this type belongs to the architecture. */
    public boolean isArch() {
        return ordinal() > CNODE.ordinal();
    }

    /**
     * log2 of the object's size in bytes.
     *
     * @param userSize size_bits as given by the user: log2 bytes of an untyped, log2 slots of a CNode, else ignored
     */
    public int sizeBits(int userSize) {
        return switch (this) {
            case UNTYPED -> userSize;
            case CNODE -> userSize + 5;
            default -> sizeBits;
        };
    }

    /** The type with a number, or null. */
    public static ObjectType of(long number) {
        return number >= 0 && number < ALL.length ? ALL[(int) number] : null;
    }
}
