package dev.trapwalk.engine.object;

/**
 * Capability types with seL4's tag numbers (structures_64.bf, x86-64): even tags are architecture independent, odd ones
 * belong to x86.
 */
public enum CapType {
    NULL(0, "null"), UNTYPED(2, "untyped"), ENDPOINT(4, "endpoint"), NOTIFICATION(6, "notification"), REPLY(8, "reply"),
    CNODE(10, "cnode"), THREAD(12, "thread"), IRQ_CONTROL(14, "irq_control"), IRQ_HANDLER(16, "irq_handler"),
    ZOMBIE(18, "zombie"), DOMAIN(20, "domain"), FRAME(1, "frame"), PAGE_TABLE(3, "page_table"),
    PAGE_DIRECTORY(5, "page_directory"), PDPT(7, "pdpt"), PML4(9, "pml4"), ASID_CONTROL(11, "asid_control"),
    ASID_POOL(13, "asid_pool"), IO_PORT(19, "io_port"), IO_PORT_CONTROL(31, "io_port_control"),
    /** A tag that no capability of this configuration has: only corrupted memory shows it. */
    INVALID(-1, "invalid");

    /** The type tag, in the same place of every capability. */
    public static final BitField TYPE = BitField.bits("capType", 0, 59, 5);

    private static final CapType[] BY_TAG = new CapType[32];

    static {
        java.util.Arrays.fill(BY_TAG, INVALID);
        for (CapType type : values()) {
            if (type.tag >= 0) {
                BY_TAG[type.tag] = type;
            }
        }
    }

    private final int tag;
    private final String label;

    CapType(int tag, String label) {
        this.tag = tag;
        this.label = label;
    }

    /** seL4's tag number. */
    public int tag() {
        return tag;
    }

    /** The name without its {@code _cap}. */
    public String label() {
        return label;
    }

    /** Whether this type belongs to the architecture (odd tag). */
    public boolean isArch() {
        return (tag & 1) == 1;
    }

    /** The type that capability word 0 says. */
    public static CapType of(long word0) {
        return BY_TAG[(int) (word0 >>> 59)];
    }

    /** The type with a tag number of 0..31. */
    public static CapType ofTag(int tag) {
        return BY_TAG[tag];
    }

    @Override
    public String toString() {
        return label;
    }
}
