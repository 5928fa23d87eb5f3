package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelPart;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.PageTableEntry;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Removes frames and tables from the VSpace that their capabilities say they are mapped in. Because that note can be
 * out of date, the entry is removed only if it still maps this very frame or table; otherwise nothing happens, and
 * that is no error.
 */
public final class Unmapping extends KernelPart {

    static final KernelFunction UNMAP_PAGE =
            KernelFunction.of(Unmapping.class, "unmapPage", Phase.PERFORM, "size:count", "asid", "vptr", "pptr");
    static final KernelPoint PAGE_VSPACE_FOUND = UNMAP_PAGE.check("vspace_found", "asid");
    static final KernelPoint PAGE_TABLE_FOUND = UNMAP_PAGE.check("table_found", "vptr");
    static final KernelPoint MAPS_THIS_FRAME = UNMAP_PAGE.check("maps_this_frame", "entry", "pptr");
    static final KernelPoint PAGE_UNMAPPED = UNMAP_PAGE.action("unmapped", "vptr");

    static final KernelFunction MODE_UNMAP_PAGE =
            KernelFunction.of(Unmapping.class, "modeUnmapPage", Phase.PERFORM, "size:count", "vspace", "vptr", "pptr");
    static final KernelPoint HUGE_TABLE_FOUND = MODE_UNMAP_PAGE.check("table_found", "vptr");
    static final KernelPoint MAPS_THIS_HUGE_FRAME = MODE_UNMAP_PAGE.check("maps_this_frame", "entry", "pptr");

    static final KernelFunction UNMAP_PAGE_TABLE =
            KernelFunction.of(Unmapping.class, "unmapPageTable", Phase.PERFORM, "asid", "vptr", "pt");
    static final KernelPoint PT_VSPACE_FOUND = UNMAP_PAGE_TABLE.check("vspace_found", "asid");
    static final KernelPoint PT_PARENT_FOUND = UNMAP_PAGE_TABLE.check("table_found", "vptr");
    static final KernelPoint POINTS_TO_PT = UNMAP_PAGE_TABLE.check("points_to_this_table", "entry", "pt");
    static final KernelFunction FLUSH_TABLE =
            KernelFunction.of(Unmapping.class, "flushTable", Phase.PERFORM, "vspace", "vptr", "pt");
    static final KernelPoint ENTRY_FLUSHED = FLUSH_TABLE.branch("is_current_vspace", "vptr");

    static final KernelFunction UNMAP_PAGE_DIRECTORY =
            KernelFunction.of(Unmapping.class, "unmapPageDirectory", Phase.PERFORM, "asid", "vptr", "pd");
    static final KernelPoint PD_VSPACE_FOUND = UNMAP_PAGE_DIRECTORY.check("vspace_found", "asid");
    static final KernelPoint PD_PARENT_FOUND = UNMAP_PAGE_DIRECTORY.check("table_found", "vptr");
    static final KernelPoint POINTS_TO_PD = UNMAP_PAGE_DIRECTORY.check("points_to_this_table", "entry", "pd");
    static final KernelFunction FLUSH_PD = KernelFunction.of(Unmapping.class, "flushPD", Phase.PERFORM, "vspace");

    static final KernelFunction UNMAP_PDPT =
            KernelFunction.of(Unmapping.class, "unmapPDPT", Phase.PERFORM, "asid", "vptr", "pdpt");
    static final KernelPoint PDPT_VSPACE_FOUND = UNMAP_PDPT.check("vspace_found", "asid");
    static final KernelPoint POINTS_TO_PDPT = UNMAP_PDPT.check("points_to_this_table", "entry", "pdpt");
    static final KernelFunction FLUSH_PDPT = KernelFunction.of(Unmapping.class, "flushPDPT", Phase.PERFORM, "vspace");

    private final Cap threadRoot = new Cap();

    public Unmapping(Kernel kernel) {
        super(kernel);
    }

    /** Removes a frame of one of the three sizes. */
    void unmapPage(int size, long asid, long vptr, long pptr) {
        enter(UNMAP_PAGE, size, asid, vptr, pptr);
        boolean assigned = kernel.x86().asids().findVSpaceForASID(asid) == ExceptionStatus.NONE;
        if (check(PAGE_VSPACE_FOUND, assigned, asid)
                && removePage(size, kernel.x86().asids().foundVSpace(), vptr, pptr)) {
            kernel.cpu().flushTlb();
            act(PAGE_UNMAPPED, vptr);
        }
        leave();
    }

    private boolean removePage(int size, long vspace, long vptr, long pptr) {
        PageTables tables = kernel.x86().pageTables();
        switch (size) {
            case FrameCap.SMALL_PAGE -> {
                if (!check(PAGE_TABLE_FOUND, tables.lookupPTSlot(vspace, vptr) == ExceptionStatus.NONE, vptr)) {
                    return false;
                }
                long entry = memory.read(tables.slot());
                boolean same = PageTableEntry.PRESENT.in(entry) != 0
                        && pointsTo(PageTableEntry.BASE_ADDRESS, entry, pptr);
                if (!check(MAPS_THIS_FRAME, same, entry, pptr)) {
                    return false;
                }
                memory.write(tables.slot(), kernel.x86().pageEntries().makeUserPTEInvalid());
                return true;
            }
            case FrameCap.LARGE_PAGE -> {
                if (!check(PAGE_TABLE_FOUND, tables.lookupPDSlot(vspace, vptr) == ExceptionStatus.NONE, vptr)) {
                    return false;
                }
                long entry = memory.read(tables.slot());
                boolean same = PageTables.isPage(entry) && pointsTo(PageTableEntry.LARGE_BASE_ADDRESS, entry, pptr);
                if (!check(MAPS_THIS_FRAME, same, entry, pptr)) {
                    return false;
                }
                memory.write(tables.slot(), kernel.x86().pageEntries().makeUserPDEInvalid());
                return true;
            }
            default -> {
                return modeUnmapPage(size, vspace, vptr, pptr);
            }
        }
    }

    /** Removes a 1 GiB frame, a size that only 64-bit mode has; whether there was something to remove. */
    private boolean modeUnmapPage(int size, long vspace, long vptr, long pptr) {
        enter(MODE_UNMAP_PAGE, size, vspace, vptr, pptr);
        PageTables tables = kernel.x86().pageTables();
        if (!check(HUGE_TABLE_FOUND, tables.lookupPDPTSlot(vspace, vptr) == ExceptionStatus.NONE, vptr)) {
            return leave(false);
        }
        long entry = memory.read(tables.slot());
        boolean same = PageTables.isPage(entry) && pointsTo(PageTableEntry.HUGE_BASE_ADDRESS, entry, pptr);
        if (!check(MAPS_THIS_HUGE_FRAME, same, entry, pptr)) {
            return leave(false);
        }
        memory.write(tables.slot(), kernel.x86().pageEntries().makeUserPDPTEInvalid());
        return leave(true);
    }

    /** Removes a page table from its page directory. */
    void unmapPageTable(long asid, long vptr, long pt) {
        enter(UNMAP_PAGE_TABLE, asid, vptr, pt);
        boolean assigned = kernel.x86().asids().findVSpaceForASID(asid) == ExceptionStatus.NONE;
        if (check(PT_VSPACE_FOUND, assigned, asid)) {
            long vspace = kernel.x86().asids().foundVSpace();
            PageTables tables = kernel.x86().pageTables();
            if (check(PT_PARENT_FOUND, tables.lookupPDSlot(vspace, vptr) == ExceptionStatus.NONE, vptr)) {
                long entry = memory.read(tables.slot());
                if (check(POINTS_TO_PT, isTableAt(entry, pt), entry, pt)) {
                    flushTable(vspace, vptr, pt);
                    memory.write(tables.slot(), kernel.x86().pageEntries().makeUserPDEInvalid());
                    kernel.cpu().flushTlb();
                }
            }
        }
        leave();
    }

    /**
     * Forgets the translations of each page that the table maps, if the VSpace is the current thread's; any other
     * VSpace's translations went when cr3 was loaded.
     */
    private void flushTable(long vspace, long vptr, long pt) {
        enter(FLUSH_TABLE, vspace, vptr, pt);
        threadRoot.load(memory, Tcb.slot(globals.curThread(), Tcb.VTABLE));
        for (int i = 0; i < PageTableEntry.ENTRIES; i++) {
            if (PageTableEntry.PRESENT.isSet(memory, pt + ((long) i << PageTableEntry.SIZE_BITS))) {
                boolean current = kernel.vspace().isValidNativeRoot(threadRoot)
                        && kernel.capRegions().cap_get_capPtr(threadRoot) == vspace;
                if (check(ENTRY_FLUSHED, current, vptr + ((long) i << PageTables.PT_INDEX_OFFSET))) {
                    kernel.cpu().flushTlb();
                }
            }
        }
        leave();
    }

    /** Removes a page directory from its PDPT. */
    void unmapPageDirectory(long asid, long vptr, long pd) {
        enter(UNMAP_PAGE_DIRECTORY, asid, vptr, pd);
        boolean assigned = kernel.x86().asids().findVSpaceForASID(asid) == ExceptionStatus.NONE;
        if (check(PD_VSPACE_FOUND, assigned, asid)) {
            long vspace = kernel.x86().asids().foundVSpace();
            PageTables tables = kernel.x86().pageTables();
            if (check(PD_PARENT_FOUND, tables.lookupPDPTSlot(vspace, vptr) == ExceptionStatus.NONE, vptr)) {
                long entry = memory.read(tables.slot());
                if (check(POINTS_TO_PD, isTableAt(entry, pd), entry, pd)) {
                    flush(FLUSH_PD, vspace);
                    memory.write(tables.slot(), kernel.x86().pageEntries().makeUserPDPTEInvalid());
                    kernel.cpu().flushTlb();
                }
            }
        }
        leave();
    }

    /** Removes a PDPT from its PML4. */
    void unmapPDPT(long asid, long vptr, long pdpt) {
        enter(UNMAP_PDPT, asid, vptr, pdpt);
        boolean assigned = kernel.x86().asids().findVSpaceForASID(asid) == ExceptionStatus.NONE;
        if (check(PDPT_VSPACE_FOUND, assigned, asid)) {
            long vspace = kernel.x86().asids().foundVSpace();
            long slot = kernel.x86().pageTables().lookupPML4Slot(vspace, vptr);
            long entry = memory.read(slot);
            boolean same = PageTableEntry.PRESENT.in(entry) != 0 && pointsTo(PageTableEntry.BASE_ADDRESS, entry, pdpt);
            if (check(POINTS_TO_PDPT, same, entry, pdpt)) {
                flush(FLUSH_PDPT, vspace);
                memory.write(slot, kernel.x86().pageEntries().makeUserPML4EInvalid());
            }
        }
        leave();
    }

    /** A whole directory's translations: without PCIDs all are forgotten (flushPD, flushPDPT). */
    private void flush(KernelFunction function, long vspace) {
        enter(function, vspace);
        kernel.cpu().flushTlb();
        leave();
    }

    private static boolean isTableAt(long entry, long table) {
        return PageTables.isTable(entry) && pointsTo(PageTableEntry.BASE_ADDRESS, entry, table);
    }

    private static boolean pointsTo(BitField address, long entry, long pptr) {
        return address.in(entry) == PhysicalMemory.paddr(pptr);
    }
}
