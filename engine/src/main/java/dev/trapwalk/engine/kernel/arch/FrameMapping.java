package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Puts a frame's entry into the table of its size: 4 KiB into a page table, 2 MiB into a page directory, 1 GiB into a
 * PDPT. A frame may replace another frame of its size, but never a table: what hangs below that would be lost.
 */
public final class FrameMapping extends InvocationPart {

    static final KernelFunction SAFE_PTE =
            KernelFunction.of(FrameMapping.class, "createSafeMappingEntries_PTE", Phase.DECODE, "paddr", "vaddr");
    static final KernelPoint PTE_FOUND = SAFE_PTE.check("page_table_found", "vaddr");
    static final KernelFunction SAFE_PDE =
            KernelFunction.of(FrameMapping.class, "createSafeMappingEntries_PDE", Phase.DECODE, "paddr", "vaddr");
    static final KernelPoint PDE_FOUND = SAFE_PDE.check("page_directory_found", "vaddr");
    static final KernelPoint NO_PAGE_TABLE = SAFE_PDE.check("no_page_table_here", "pde", "vaddr");
    static final KernelFunction SAFE_PDPTE =
            KernelFunction.of(FrameMapping.class, "createSafeMappingEntries_PDPTE", Phase.DECODE, "paddr", "vaddr");
    static final KernelPoint PDPTE_FOUND = SAFE_PDPTE.check("pdpt_found", "vaddr");
    static final KernelPoint NO_PAGE_DIRECTORY = SAFE_PDPTE.check("no_page_directory_here", "pdpte", "vaddr");
    static final KernelFunction DECODE_MODE_MAP_PAGE =
            KernelFunction.of(FrameMapping.class, "decodeX86ModeMapPage", Phase.DECODE, "size:count", "vaddr");

    static final KernelFunction PERFORM_MAP_PTE = KernelFunction.of(FrameMapping.class,
            "performX86PageInvocationMapPTE", Phase.PERFORM, "cap:cap", "slot:slot", "ptSlot", "pte");
    static final KernelPoint PTE_WRITTEN = PERFORM_MAP_PTE.action("mapped", "ptSlot", "pte");
    static final KernelFunction PERFORM_MAP_PDE = KernelFunction.of(FrameMapping.class,
            "performX86PageInvocationMapPDE", Phase.PERFORM, "cap:cap", "slot:slot", "pdSlot", "pde");
    static final KernelPoint PDE_WRITTEN = PERFORM_MAP_PDE.action("mapped", "pdSlot", "pde");
    static final KernelFunction PERFORM_MODE_MAP = KernelFunction.of(FrameMapping.class, "performX64ModeMap",
            Phase.PERFORM, "cap:cap", "slot:slot", "pdptSlot", "pdpte");
    static final KernelFunction UPDATE_PDPTE =
            KernelFunction.of(FrameMapping.class, "updatePDPTE", Phase.PERFORM, "pdptSlot", "pdpte");
    static final KernelPoint PDPTE_WRITTEN = UPDATE_PDPTE.action("mapped", "pdptSlot", "pdpte");

    /** What a createSafeMappingEntries function made: the entry, and the slot it goes into. */
    private long entry;
    private long entrySlot;

    public FrameMapping(Kernel kernel) {
        super(kernel);
    }

    /**
     * Maps a frame whose placement was checked; the last part of decoding, then performs.
     *
     * @param cap what the frame's slot will hold
     * @return NONE or SYSCALL_ERROR
     */
    ExceptionStatus map(int size, long slot, Cap cap, long vspace, long vaddr, long paddr, long vmRights,
            long attributes) {
        if (size == FrameCap.HUGE_PAGE) {
            return decodeX86ModeMapPage(slot, cap, vspace, vaddr, paddr, vmRights, attributes);
        }
        ExceptionStatus status = size == FrameCap.SMALL_PAGE
                ? createSafeMappingEntries_PTE(paddr, vaddr, vmRights, attributes, vspace)
                : createSafeMappingEntries_PDE(paddr, vaddr, vmRights, attributes, vspace);
        if (status != ExceptionStatus.NONE) {
            return status;
        }
        restartCurrentThread();
        if (size == FrameCap.SMALL_PAGE) {
            perform(PERFORM_MAP_PTE, PTE_WRITTEN, cap, slot);
        } else {
            perform(PERFORM_MAP_PDE, PDE_WRITTEN, cap, slot);
        }
        return ExceptionStatus.NONE;
    }

    private ExceptionStatus createSafeMappingEntries_PTE(long paddr, long vaddr, long vmRights, long attributes,
            long vspace) {
        enter(SAFE_PTE, paddr, vaddr);
        ExceptionStatus found = kernel.x86().pageTables().lookupPTSlot(vspace, vaddr);
        if (!check(PTE_FOUND, found == ExceptionStatus.NONE, vaddr)) {
            return leave(failedLookup(false));
        }
        entrySlot = kernel.x86().pageTables().slot();
        entry = kernel.x86().pageEntries().makeUserPTE(paddr, attributes, vmRights);
        return leave(ExceptionStatus.NONE);
    }

    private ExceptionStatus createSafeMappingEntries_PDE(long paddr, long vaddr, long vmRights, long attributes,
            long vspace) {
        enter(SAFE_PDE, paddr, vaddr);
        ExceptionStatus found = kernel.x86().pageTables().lookupPDSlot(vspace, vaddr);
        if (!check(PDE_FOUND, found == ExceptionStatus.NONE, vaddr)) {
            return leave(failedLookup(false));
        }
        entrySlot = kernel.x86().pageTables().slot();
        long old = memory.read(entrySlot);
        if (!check(NO_PAGE_TABLE, !PageTables.isTable(old), old, vaddr)) {
            return leave(syscallError(SyscallError.DELETE_FIRST));
        }
        entry = kernel.x86().pageEntries().makeUserPDELargePage(paddr, attributes, vmRights);
        return leave(ExceptionStatus.NONE);
    }

    private ExceptionStatus createSafeMappingEntries_PDPTE(long paddr, long vaddr, long vmRights, long attributes,
            long vspace) {
        enter(SAFE_PDPTE, paddr, vaddr);
        ExceptionStatus found = kernel.x86().pageTables().lookupPDPTSlot(vspace, vaddr);
        if (!check(PDPTE_FOUND, found == ExceptionStatus.NONE, vaddr)) {
            return leave(failedLookup(false));
        }
        entrySlot = kernel.x86().pageTables().slot();
        long old = memory.read(entrySlot);
        if (!check(NO_PAGE_DIRECTORY, !PageTables.isTable(old), old, vaddr)) {
            return leave(syscallError(SyscallError.DELETE_FIRST));
        }
        entry = kernel.x86().pageEntries().makeUserPDPTEHugePage(paddr, attributes, vmRights);
        return leave(ExceptionStatus.NONE);
    }

    /** Maps a frame of the size that only 64-bit mode has. */
    private ExceptionStatus decodeX86ModeMapPage(long slot, Cap cap, long vspace, long vaddr, long paddr,
            long vmRights, long attributes) {
        enter(DECODE_MODE_MAP_PAGE, FrameCap.HUGE_PAGE, vaddr);
        ExceptionStatus status = createSafeMappingEntries_PDPTE(paddr, vaddr, vmRights, attributes, vspace);
        if (status != ExceptionStatus.NONE) {
            return leave(status);
        }
        restartCurrentThread();
        enter(PERFORM_MODE_MAP, cap.word0, slot, entrySlot, entry);
        cap.store(memory, slot);
        enter(UPDATE_PDPTE, entrySlot, entry);
        writeEntry(PDPTE_WRITTEN);
        leave();
        leave();
        return leave(ExceptionStatus.NONE);
    }

    private void perform(KernelFunction function, KernelPoint written, Cap cap, long slot) {
        enter(function, cap.word0, slot, entrySlot, entry);
        cap.store(memory, slot);
        writeEntry(written);
        leave();
    }

    /** A replaced entry may be in the TLB, and the walk to it in the paging-structure cache. */
    private void writeEntry(KernelPoint written) {
        memory.write(entrySlot, entry);
        kernel.cpu().flushTlb();
        act(written, entrySlot, entry);
    }
}
