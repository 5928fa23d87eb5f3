package dev.trapwalk.engine.boot;

/** Slots of the root task's CNode that the kernel fills at boot (libsel4's seL4_RootCNodeCapSlots). */
public final class RootSlots {

    public static final int TCB = 1;
    public static final int CNODE = 2;
    public static final int VSPACE = 3;
    public static final int IRQ_CONTROL = 4;
    public static final int ASID_CONTROL = 5;
    public static final int ASID_POOL = 6;
    public static final int IO_PORT_CONTROL = 7;
    public static final int BOOT_INFO_FRAME = 9;
    public static final int IPC_BUFFER = 10;
    public static final int DOMAIN = 11;
    /** First slot of the paging structures, then come the extra boot information and the image's frames. */
    public static final int PAGING = 16;

    /** Number of page tables that the root task's image, IPC buffer and boot information need. */
    static final int PAGE_TABLES =
            (int) ((MemoryMap.IMAGE_END + 3 * 4096 - 1 >>> 21) - (MemoryMap.IMAGE_START >>> 21) + 1);

    private RootSlots() {
    }

    /** Slot of the frame of the root task's image at a user address. */
    public static int imageFrame(long vaddr) {
        return PAGING + 3 + PAGE_TABLES + (int) (vaddr - MemoryMap.IMAGE_START >>> 12);
    }

    /** First slot of the untyped memory: RAM in order of address, then devices in order of address. */
    public static int firstUntyped() {
        return imageFrame(MemoryMap.IMAGE_END);
    }
}
