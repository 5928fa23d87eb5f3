package dev.trapwalk.engine.boot;

/**
 * Where things lie in the physical memory of the reference machine: a PC with 256 MiB of RAM, as the real kernel
 * arranged it when the recordings were made. Addresses are physical, in bytes.
 */
public final class MemoryMap {

    /** Size of the RAM. */
    public static final long RAM_BYTES = 256L << 20;
    /** Physical address of the root task's image minus its user address. */
    public static final long IMAGE_OFFSET = 0x612000;
    /** First user address of the root task's image. */
    public static final long IMAGE_START = 0x400000;
    /** First user address behind the root task's image: IPC buffer, boot information and its extension follow. */
    public static final long IMAGE_END = 0x2900000;
    /** First byte of the memory given to the root task as untyped memory. */
    public static final long FREE_START = 0x4000000;
    /** The objects that the kernel makes for the root task come last in RAM: its CNode, then these. */
    public static final long EXTRA_BOOT_INFO = 0xfe00000;
    public static final long ROOT_VSPACE = EXTRA_BOOT_INFO + 0x1000;
    public static final long ROOT_ASID_POOL = EXTRA_BOOT_INFO + 0x2000;
    public static final long ROOT_IPC_BUFFER = EXTRA_BOOT_INFO + 0x3000;
    public static final long BOOT_INFO = EXTRA_BOOT_INFO + 0x4000;
    /** Paging structures of the root task: one PDPT, one page directory, then page tables in order of address. */
    public static final long ROOT_PAGING = EXTRA_BOOT_INFO + 0x5000;
    /** The root task's TCB block. */
    public static final long ROOT_TCB = EXTRA_BOOT_INFO + 0x1a000;

    /** Memory of devices as start and log2 size; the interrupt controllers' pages belong to the kernel. */
    private static final long[][] DEVICES = {{0x20000000L, 29}, {0x40000000L, 30}, {0x80000000L, 30},
        {0xc0000000L, 29}, {0xe0000000L, 28}, {0xf0000000L, 27}, {0xf8000000L, 26}, {0xfc000000L, 25},
        {0xfe000000L, 23}, {0xfe800000L, 22}, {0xfed00000L, 20}, {0xfef00000L, 20}, {0xff000000L, 24},
        {0x100000000L, 32}, {0x200000000L, 33}, {0x400000000L, 34}};

    private MemoryMap() {
    }

    /** Physical address of a root CNode with {@code 1 << radix} slots, 5..20: it ends where the tables begin. */
    public static long rootCNode(int radix) {
        return EXTRA_BOOT_INFO - (32L << radix);
    }

    /** Start and log2 size of each device region. */
    static long[][] devices() {
        return DEVICES;
    }
}
