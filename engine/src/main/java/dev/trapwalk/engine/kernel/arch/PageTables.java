package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.PageTableEntry;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Walks a VSpace's page tables to the entry for an address, level by level as the processor does: PML4, PDPT, page
 * directory, page table. A missing table is a lookup fault that says how many bits of the address were still to be
 * translated.
 */
public final class PageTables extends InvocationPart {

    static final KernelFunction LOOKUP_PML4_SLOT =
            KernelFunction.of(PageTables.class, "lookupPML4Slot", Phase.LOOKUP, "pml4", "vptr");
    static final KernelFunction LOOKUP_PDPT_SLOT =
            KernelFunction.of(PageTables.class, "lookupPDPTSlot", Phase.LOOKUP, "pml4", "vptr");
    static final KernelPoint PDPT_PRESENT = LOOKUP_PDPT_SLOT.check("pdpt_present", "pml4e", "vptr");
    static final KernelFunction LOOKUP_PD_SLOT =
            KernelFunction.of(PageTables.class, "lookupPDSlot", Phase.LOOKUP, "pml4", "vptr");
    static final KernelPoint PDPT_FOUND = LOOKUP_PD_SLOT.check("pdpt_found", "vptr");
    static final KernelPoint PD_PRESENT = LOOKUP_PD_SLOT.check("page_directory_present", "pdpte", "vptr");
    static final KernelFunction LOOKUP_PT_SLOT =
            KernelFunction.of(PageTables.class, "lookupPTSlot", Phase.LOOKUP, "pml4", "vptr");
    static final KernelPoint PD_FOUND = LOOKUP_PT_SLOT.check("page_directory_found", "vptr");
    static final KernelPoint PT_PRESENT = LOOKUP_PT_SLOT.check("page_table_present", "pde", "vptr");

    /** Lowest address bit that a PML4 entry decides: it covers 512 GiB. */
    static final int PML4_INDEX_OFFSET = 39;
    /** Lowest address bit that a PDPT entry decides: it covers 1 GiB. */
    static final int PDPT_INDEX_OFFSET = 30;
    /** Lowest address bit that a page directory entry decides: it covers 2 MiB. */
    static final int PD_INDEX_OFFSET = 21;
    /** Lowest address bit that a page table entry decides. */
    static final int PT_INDEX_OFFSET = 12;
    /** Highest user address, and lowest that no mapping may reach (USER_TOP). */
    static final long USER_TOP = 0x7fffffffffffL;

    private long slot;

    public PageTables(Kernel kernel) {
        super(kernel);
    }

    /** Address of the entry that the last successful lookup found. */
    long slot() {
        return slot;
    }

    /** Address of the PML4 entry for {@code vptr}. */
    long lookupPML4Slot(long pml4, long vptr) {
        enter(LOOKUP_PML4_SLOT, pml4, vptr);
        slot = entryAddress(pml4, vptr, PML4_INDEX_OFFSET);
        return leave(slot);
    }

    /** Finds the PDPT entry for {@code vptr}, see {@link #slot()}; NONE or LOOKUP_FAULT. */
    ExceptionStatus lookupPDPTSlot(long pml4, long vptr) {
        enter(LOOKUP_PDPT_SLOT, pml4, vptr);
        long entry = memory.read(lookupPML4Slot(pml4, vptr));
        if (!check(PDPT_PRESENT, PageTableEntry.PRESENT.in(entry) != 0, entry, vptr)) {
            return leave(missing(PML4_INDEX_OFFSET));
        }
        return leave(found(entry, vptr, PDPT_INDEX_OFFSET));
    }

    /** Finds the page directory entry for {@code vptr}, see {@link #slot()}; NONE or LOOKUP_FAULT. */
    ExceptionStatus lookupPDSlot(long pml4, long vptr) {
        enter(LOOKUP_PD_SLOT, pml4, vptr);
        if (!check(PDPT_FOUND, lookupPDPTSlot(pml4, vptr) == ExceptionStatus.NONE, vptr)) {
            return leave(ExceptionStatus.LOOKUP_FAULT);
        }
        long entry = memory.read(slot);
        if (!check(PD_PRESENT, isTable(entry), entry, vptr)) {
            return leave(missing(PDPT_INDEX_OFFSET));
        }
        return leave(found(entry, vptr, PD_INDEX_OFFSET));
    }

    /** Finds the page table entry for {@code vptr}, see {@link #slot()}; NONE or LOOKUP_FAULT. */
    ExceptionStatus lookupPTSlot(long pml4, long vptr) {
        enter(LOOKUP_PT_SLOT, pml4, vptr);
        if (!check(PD_FOUND, lookupPDSlot(pml4, vptr) == ExceptionStatus.NONE, vptr)) {
            return leave(ExceptionStatus.LOOKUP_FAULT);
        }
        long entry = memory.read(slot);
        if (!check(PT_PRESENT, isTable(entry), entry, vptr)) {
            return leave(missing(PD_INDEX_OFFSET));
        }
        return leave(found(entry, vptr, PT_INDEX_OFFSET));
    }

    private ExceptionStatus found(long entry, long vptr, int indexOffset) {
        slot = entryAddress(PhysicalMemory.pptr(PageTableEntry.BASE_ADDRESS.in(entry)), vptr, indexOffset);
        return ExceptionStatus.NONE;
    }

    private ExceptionStatus missing(int bitsLeft) {
        lookupFaultMissingCapability(bitsLeft);
        return ExceptionStatus.LOOKUP_FAULT;
    }

    private static long entryAddress(long table, long vptr, int indexOffset) {
        return table + ((vptr >>> indexOffset & PageTableEntry.ENTRIES - 1) << PageTableEntry.SIZE_BITS);
    }

    /** Whether a pdpte or pde points to the next table. */
    static boolean isTable(long entry) {
        return PageTableEntry.PRESENT.in(entry) != 0 && PageTableEntry.PAGE_SIZE.in(entry) == 0;
    }

    /** Whether a pdpte or pde maps a large page. */
    static boolean isPage(long entry) {
        return PageTableEntry.PRESENT.in(entry) != 0 && PageTableEntry.PAGE_SIZE.in(entry) != 0;
    }
}
