package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.PageDirectoryCap;
import dev.trapwalk.engine.object.PageTableCap;
import dev.trapwalk.engine.object.PageTableEntry;
import dev.trapwalk.engine.object.PdptCap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Map and Unmap of the three kinds of table below a PML4: PDPT, page directory and page table. The rules are the same
 * at every level; a {@link TableLevel} holds what differs.
 *
 * <p>A table's address is rounded down to what its parent's entry covers. Unmapping clears the table, so that it can
 * never bring back frames mapped earlier; the frames' capabilities are left as they are.
 */
public final class TableInvocations extends MappingPart {

    static final TableLevel PDPT = TableLevel.of("decodeX64PDPTInvocation", "performX64PDPTInvocationMap",
            "performX64PDPTInvocationUnmap", false);
    static final TableLevel PAGE_DIRECTORY = TableLevel.of("decodeX64PageDirectoryInvocation",
            "performX64PageDirectoryInvocationMap", "performX64PageDirectoryInvocationUnmap", true);
    static final TableLevel PAGE_TABLE = TableLevel.of("decodeX86PageTableInvocation",
            "performX86PageTableInvocationMap", "performX86PageTableInvocationUnmap", true);

    private long vaddr;
    private long attributes;

    public TableInvocations(Kernel kernel) {
        super(kernel);
    }

    /** Decodes an invocation of a PDPT capability. */
    ExceptionStatus decodeX64PDPTInvocation(long label, int length, long slot, Cap cap, long buffer) {
        enter(PDPT.decode(), label, length, slot, cap.word0);
        if (check(PDPT.isUnmap(), label == InvocationLabel.X86_PDPT_UNMAP.number(), label)) {
            return leave(decodeUnmap(PDPT, slot, cap));
        }
        ExceptionStatus status = decodeMap(PDPT, label == InvocationLabel.X86_PDPT_MAP.number(), label, length,
                PdptCap.IS_MAPPED.isSet(cap), PageTables.PML4_INDEX_OFFSET, buffer);
        if (status != ExceptionStatus.NONE) {
            return leave(status);
        }
        long pml4Slot = kernel.x86().pageTables().lookupPML4Slot(vspace, vaddr);
        long old = memory.read(pml4Slot);
        if (!check(PDPT.slotFree(), PageTableEntry.PRESENT.in(old) == 0, old, vaddr)) {
            return leave(syscallError(SyscallError.DELETE_FIRST));
        }
        long entry = kernel.x86().pageEntries().makeUserPML4E(paddr(PdptCap.BASE_PTR.get(cap)), attributes);
        PdptCap.IS_MAPPED.set(cap, 1);
        PdptCap.MAPPED_ASID.set(cap, asid);
        PdptCap.MAPPED_ADDRESS.set(cap, vaddr);
        return leave(performMap(PDPT, slot, cap, pml4Slot, entry));
    }

    /** Decodes an invocation of a page directory capability. */
    ExceptionStatus decodeX64PageDirectoryInvocation(long label, int length, long slot, Cap cap, long buffer) {
        enter(PAGE_DIRECTORY.decode(), label, length, slot, cap.word0);
        if (check(PAGE_DIRECTORY.isUnmap(), label == InvocationLabel.X86_PAGE_DIRECTORY_UNMAP.number(), label)) {
            return leave(decodeUnmap(PAGE_DIRECTORY, slot, cap));
        }
        ExceptionStatus status =
                decodeMap(PAGE_DIRECTORY, label == InvocationLabel.X86_PAGE_DIRECTORY_MAP.number(), label, length,
                        PageDirectoryCap.IS_MAPPED.isSet(cap), PageTables.PDPT_INDEX_OFFSET, buffer);
        if (status != ExceptionStatus.NONE) {
            return leave(status);
        }
        status = parentSlotFree(PAGE_DIRECTORY, kernel.x86().pageTables().lookupPDPTSlot(vspace, vaddr));
        if (status != ExceptionStatus.NONE) {
            return leave(status);
        }
        long pdptSlot = kernel.x86().pageTables().slot();
        long entry =
                kernel.x86().pageEntries().makeUserPDPTEPageDirectory(paddr(PageDirectoryCap.BASE_PTR.get(cap)),
                        attributes);
        PageDirectoryCap.IS_MAPPED.set(cap, 1);
        PageDirectoryCap.MAPPED_ASID.set(cap, asid);
        PageDirectoryCap.MAPPED_ADDRESS.set(cap, vaddr);
        return leave(performMap(PAGE_DIRECTORY, slot, cap, pdptSlot, entry));
    }

    /** Decodes an invocation of a page table capability. */
    ExceptionStatus decodeX86PageTableInvocation(long label, int length, long slot, Cap cap, long buffer) {
        enter(PAGE_TABLE.decode(), label, length, slot, cap.word0);
        if (check(PAGE_TABLE.isUnmap(), label == InvocationLabel.X86_PAGE_TABLE_UNMAP.number(), label)) {
            return leave(decodeUnmap(PAGE_TABLE, slot, cap));
        }
        ExceptionStatus status =
                decodeMap(PAGE_TABLE, label == InvocationLabel.X86_PAGE_TABLE_MAP.number(), label, length,
                        PageTableCap.IS_MAPPED.isSet(cap), PageTables.PD_INDEX_OFFSET, buffer);
        if (status != ExceptionStatus.NONE) {
            return leave(status);
        }
        status = parentSlotFree(PAGE_TABLE, kernel.x86().pageTables().lookupPDSlot(vspace, vaddr));
        if (status != ExceptionStatus.NONE) {
            return leave(status);
        }
        long pdSlot = kernel.x86().pageTables().slot();
        long entry = kernel.x86().pageEntries().makeUserPDEPageTable(paddr(PageTableCap.BASE_PTR.get(cap)), attributes);
        PageTableCap.IS_MAPPED.set(cap, 1);
        PageTableCap.MAPPED_ASID.set(cap, asid);
        PageTableCap.MAPPED_ADDRESS.set(cap, vaddr);
        return leave(performMap(PAGE_TABLE, slot, cap, pdSlot, entry));
    }

    /** The checks that all tables share; sets vspace, asid, vaddr and attributes. */
    private ExceptionStatus decodeMap(TableLevel level, boolean isMap, long label, int length, boolean mapped,
            int indexOffset, long buffer) {
        if (!check(level.isMap(), isMap, label)) {
            return illegalOperation();
        }
        if (!check(level.length(), length >= 2, length, 2) || !check(level.extraCap(), extraCap(0) != 0, extraCap(0))) {
            return truncatedMessage();
        }
        if (!check(level.notMapped(), !mapped)) {
            return invalidCapability(0);
        }
        vaddr = getSyscallArg(0, buffer) & -1L << indexOffset;
        attributes = getSyscallArg(1, buffer);
        if (!takeVSpaceCap(level.target())) {
            return invalidCapability(1);
        }
        boolean inRange = Long.compareUnsigned(vaddr, PageTables.USER_TOP) <= 0;
        if (!check(level.target().inUserRange(), inRange, vaddr)) {
            return invalidArgument(0);
        }
        return checkAsid(level.target());
    }

    /** Whether the entry that is to point to the table was found, and holds neither a table nor a large page. */
    private ExceptionStatus parentSlotFree(TableLevel level, ExceptionStatus lookup) {
        if (!check(level.parentFound(), lookup == ExceptionStatus.NONE, vaddr)) {
            return failedLookup(false);
        }
        long old = memory.read(kernel.x86().pageTables().slot());
        return check(level.slotFree(), PageTableEntry.PRESENT.in(old) == 0, old, vaddr)
                ? ExceptionStatus.NONE : syscallError(SyscallError.DELETE_FIRST);
    }

    private ExceptionStatus performMap(TableLevel level, long slot, Cap cap, long entrySlot, long entry) {
        restartCurrentThread();
        enter(level.performMap(), cap.word0, slot, entrySlot, entry);
        cap.store(memory, slot);
        memory.write(entrySlot, entry);
        kernel.cpu().flushTlb();
        act(level.mapped(), entrySlot, entry);
        leave();
        return ExceptionStatus.NONE;
    }

    /** A copy would go on claiming to be mapped, so only the last capability to a table can be unmapped. */
    private ExceptionStatus decodeUnmap(TableLevel level, long slot, Cap cap) {
        if (!check(level.isFinal(), kernel.derivation().isFinalCapability(slot), slot)) {
            return syscallError(SyscallError.REVOKE_FIRST);
        }
        restartCurrentThread();
        enter(level.performUnmap(), cap.word0, slot);
        BitField isMapped = level == PDPT ? PdptCap.IS_MAPPED
                : level == PAGE_DIRECTORY ? PageDirectoryCap.IS_MAPPED : PageTableCap.IS_MAPPED;
        if (check(level.wasMapped(), isMapped.isSet(cap), cap.word0)) {
            long table = unmap(level, cap);
            memory.clear(table, 1L << kernel.capRegions().cap_get_capSizeBits(cap));
            act(level.cleared(), table);
        }
        isMapped.set(memory, slot, 0);
        leave();
        return ExceptionStatus.NONE;
    }

    private long unmap(TableLevel level, Cap cap) {
        if (level == PDPT) {
            long pdpt = PdptCap.BASE_PTR.get(cap);
            kernel.x86().unmapping().unmapPDPT(PdptCap.MAPPED_ASID.get(cap), PdptCap.MAPPED_ADDRESS.get(cap), pdpt);
            return pdpt;
        }
        if (level == PAGE_DIRECTORY) {
            long pd = PageDirectoryCap.BASE_PTR.get(cap);
            kernel.x86().unmapping().unmapPageDirectory(PageDirectoryCap.MAPPED_ASID.get(cap),
                    PageDirectoryCap.MAPPED_ADDRESS.get(cap), pd);
            return pd;
        }
        long pt = PageTableCap.BASE_PTR.get(cap);
        kernel.x86().unmapping().unmapPageTable(PageTableCap.MAPPED_ASID.get(cap),
                PageTableCap.MAPPED_ADDRESS.get(cap), pt);
        return pt;
    }

    private static long paddr(long pptr) {
        return PhysicalMemory.paddr(pptr);
    }
}
