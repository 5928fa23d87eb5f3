package dev.trapwalk.engine.boot;

import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.PageDirectoryCap;
import dev.trapwalk.engine.object.PageTableCap;
import dev.trapwalk.engine.object.PdptCap;
import dev.trapwalk.engine.object.Pml4Cap;

/**
 * The page tables made at boot: the kernel window and the root task's VSpace, with a capability to each frame and
 * table of the latter. Of the image's frames only those that programs use are given out ({@link #USED}).
 */
final class RootVSpace {

    private static final long PRESENT_WRITABLE = 3;
    private static final long PRESENT_WRITABLE_USER = 7;
    private static final long LARGE = 1 << 7;
    private static final int KERNEL_ENTRY = 511;
    /** PDPT entry of the kernel image, KERNEL_ELF_BASE. */
    private static final int KERNEL_IMAGE_ENTRY = 510;
    /** Physical address of the 2 MiB of the kernel image that stay mapped in user mode; its text lies below. */
    private static final long SKIM_WINDOW = 0x200000;
    private static final long PAGE = 1L << PhysicalMemory.PAGE_BITS;
    private static final int PT_BITS = 21;
    /** User addresses of the image that are backed by frames: code, then IPC buffers, stacks and data. */
    private static final long[][] USED = {{0x400000, 0x402000}, {0x1d12000, 0x1d30000}};

    private final PhysicalMemory memory;
    private final long pml4 = PhysicalMemory.pptr(MemoryMap.ROOT_VSPACE);

    RootVSpace(PhysicalMemory memory) {
        this.memory = memory;
    }

    /**
     * Makes x64KSKernelPML4 with the kernel window as 1 GiB pages, and the skim PML4 that every VSpace gets the
     * kernel's part from: of the whole kernel window it holds only the 2 MiB that the kernel is entered through.
     */
    void createKernelTables() {
        long pdpt = KernelGlobals.X64KS_KERNEL_PML4 + 2 * PAGE;
        long entry = 8L * KERNEL_ENTRY;
        memory.write(KernelGlobals.X64KS_KERNEL_PML4 + entry, PhysicalMemory.paddr(pdpt) | PRESENT_WRITABLE);
        for (int i = 0; i < KERNEL_IMAGE_ENTRY; i++) {
            memory.write(pdpt + 8L * i, (long) i << 30 | LARGE | PRESENT_WRITABLE);
        }
        memory.write(pdpt + 8L * KERNEL_IMAGE_ENTRY, LARGE | PRESENT_WRITABLE);
        long skimPdpt = pdpt + PAGE;
        long skimPd = skimPdpt + PAGE;
        memory.write(KernelGlobals.X64KS_SKIM_PML4 + entry, PhysicalMemory.paddr(skimPdpt) | PRESENT_WRITABLE);
        memory.write(skimPdpt + 8L * KERNEL_IMAGE_ENTRY, PhysicalMemory.paddr(skimPd) | PRESENT_WRITABLE);
        memory.write(skimPd + 8, SKIM_WINDOW | LARGE | PRESENT_WRITABLE);
    }

    /** Makes the root task's VSpace and the capabilities to its parts. */
    void createRootTables(long cnode) {
        memory.write(pml4 + 8L * KERNEL_ENTRY, memory.read(KernelGlobals.X64KS_SKIM_PML4 + 8L * KERNEL_ENTRY));
        Cap cap = new Cap().clear(CapType.PML4);
        Pml4Cap.BASE_PTR.set(cap, pml4);
        Pml4Cap.IS_MAPPED.set(cap, 1);
        Pml4Cap.MAPPED_ASID.set(cap, BootCode.ROOT_ASID);
        BootCode.write(memory, slot(cnode, RootSlots.VSPACE), cap);
        createPaging(cnode);
        long buffer = MemoryMap.IMAGE_END;
        map(cnode, RootSlots.IPC_BUFFER, buffer, MemoryMap.ROOT_IPC_BUFFER);
        map(cnode, RootSlots.BOOT_INFO_FRAME, buffer + PAGE, MemoryMap.BOOT_INFO);
        map(cnode, RootSlots.PAGING + 2 + RootSlots.PAGE_TABLES, buffer + 2 * PAGE, MemoryMap.EXTRA_BOOT_INFO);
        for (long[] region : USED) {
            for (long vaddr = region[0]; vaddr < region[1]; vaddr += PAGE) {
                map(cnode, RootSlots.imageFrame(vaddr), vaddr, vaddr + MemoryMap.IMAGE_OFFSET);
            }
        }
    }

    private void createPaging(long cnode) {
        long pdpt = PhysicalMemory.pptr(MemoryMap.ROOT_PAGING);
        memory.write(pml4, PhysicalMemory.paddr(pdpt) | PRESENT_WRITABLE_USER);
        memory.write(pdpt, PhysicalMemory.paddr(pdpt + PAGE) | PRESENT_WRITABLE_USER);
        Cap cap = new Cap().clear(CapType.PDPT);
        PdptCap.BASE_PTR.set(cap, pdpt);
        PdptCap.IS_MAPPED.set(cap, 1);
        PdptCap.MAPPED_ASID.set(cap, BootCode.ROOT_ASID);
        BootCode.write(memory, slot(cnode, RootSlots.PAGING), cap);
        cap.clear(CapType.PAGE_DIRECTORY);
        PageDirectoryCap.BASE_PTR.set(cap, pdpt + PAGE);
        PageDirectoryCap.IS_MAPPED.set(cap, 1);
        PageDirectoryCap.MAPPED_ASID.set(cap, BootCode.ROOT_ASID);
        BootCode.write(memory, slot(cnode, RootSlots.PAGING + 1), cap);
        for (int i = 0; i < RootSlots.PAGE_TABLES; i++) {
            long vaddr = (MemoryMap.IMAGE_START >>> PT_BITS) + i << PT_BITS;
            long table = table(vaddr);
            memory.write(pdpt + PAGE + 8 * (vaddr >>> PT_BITS), PhysicalMemory.paddr(table) | PRESENT_WRITABLE_USER);
            cap.clear(CapType.PAGE_TABLE);
            PageTableCap.BASE_PTR.set(cap, table);
            PageTableCap.IS_MAPPED.set(cap, 1);
            PageTableCap.MAPPED_ADDRESS.set(cap, vaddr);
            PageTableCap.MAPPED_ASID.set(cap, BootCode.ROOT_ASID);
            BootCode.write(memory, slot(cnode, RootSlots.PAGING + 2 + i), cap);
        }
    }

    private void map(long cnode, int slot, long vaddr, long paddr) {
        memory.write(table(vaddr) + 8 * (vaddr >>> PhysicalMemory.PAGE_BITS & 0x1ff), paddr | PRESENT_WRITABLE_USER);
        Cap cap = new Cap().clear(CapType.FRAME);
        FrameCap.BASE_PTR.set(cap, PhysicalMemory.pptr(paddr));
        FrameCap.MAPPED_ADDRESS.set(cap, vaddr);
        FrameCap.MAPPED_ASID.set(cap, BootCode.ROOT_ASID);
        FrameCap.MAP_TYPE.set(cap, 1);
        FrameCap.VM_RIGHTS.set(cap, 3);
        BootCode.write(memory, slot(cnode, slot), cap);
    }

    /** A copy of a frame capability is mapped nowhere. */
    static void unmapped(Cap frame) {
        FrameCap.MAP_TYPE.set(frame, 0);
        FrameCap.MAPPED_ASID.set(frame, 0);
    }

    private long table(long vaddr) {
        long index = (vaddr >>> PT_BITS) - (MemoryMap.IMAGE_START >>> PT_BITS);
        return PhysicalMemory.pptr(MemoryMap.ROOT_PAGING) + (2 + index) * PAGE;
    }

    private static long slot(long cnode, int index) {
        return cnode + (long) index * Cte.BYTES;
    }
}
