package dev.trapwalk.debug.core.memory;

import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.PageTableEntry;
import dev.trapwalk.engine.session.target.Words;

/** Walks x86-64 paging structures in a picture of the memory, as the processor does; rights are not judged. */
final class PageWalk {

    /** Answer for addresses that no entry maps. */
    static final long NOT_PRESENT = -1;

    private static final int PML4_SHIFT = 39;
    private static final int PAGE_SHIFT = 12;
    private static final int LEVEL_BITS = 9;

    private PageWalk() {
    }

    /**
     * Physical address of the byte at a user address, or {@link #NOT_PRESENT}.
     *
     * @param pml4 kernel window address of the top table
     */
    static long physical(Words memory, long pml4, long address) {
        long table = pml4;
        for (int shift = PML4_SHIFT;; shift -= LEVEL_BITS) {
            long index = address >>> shift & PageTableEntry.ENTRIES - 1;
            long entry = memory.read(table + (index << PageTableEntry.SIZE_BITS));
            if (!isSet(PageTableEntry.PRESENT.in(entry))) {
                return NOT_PRESENT;
            }
            boolean large = shift < PML4_SHIFT && isSet(PageTableEntry.PAGE_SIZE.in(entry));
            if (shift == PAGE_SHIFT || large) {
                long size = 1L << shift;
                return PageTableEntry.BASE_ADDRESS.in(entry) & -size | address & size - 1;
            }
            table = PhysicalMemory.pptr(PageTableEntry.BASE_ADDRESS.in(entry));
        }
    }

    private static boolean isSet(long flag) {
        return flag != 0;
    }
}
