package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.object.AsidPoolCap;
import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.IoPortCap;
import dev.trapwalk.engine.object.PageDirectoryCap;
import dev.trapwalk.engine.object.PageTableCap;
import dev.trapwalk.engine.object.PdptCap;
import dev.trapwalk.engine.object.Pml4Cap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * The x86-64 side of deriving, masking and finalising capabilities (arch/x86/object/objecttype.c and its 64-bit part).
 * {@link X86Regions} compares them, {@link X86Objects} makes the objects.
 */
public final class X86Capabilities extends InvocationPart {

    static final KernelFunction ARCH_DERIVE_CAP =
            KernelFunction.of(X86Capabilities.class, "Arch_deriveCap", Phase.DECODE, "slot:slot", "cap:cap");
    static final KernelPoint TABLE_MAPPED = ARCH_DERIVE_CAP.check("table_mapped", "cap:cap");
    static final KernelPoint NO_COPY = ARCH_DERIVE_CAP.action("has_no_copy", "cap:cap");
    static final KernelFunction MODE_DERIVE_CAP =
            KernelFunction.of(X86Capabilities.class, "Mode_deriveCap", Phase.DECODE, "slot:slot", "cap:cap");
    static final KernelPoint ROOT_MAPPED = MODE_DERIVE_CAP.check("root_or_pdpt_mapped", "cap:cap");
    static final KernelPoint COPY_UNMAPPED = MODE_DERIVE_CAP.action("frame_copy_unmapped", "cap:cap");

    static final KernelFunction ARCH_UPDATE_CAP_DATA = KernelFunction.of(X86Capabilities.class, "Arch_updateCapData",
            Phase.DECODE, "preserve:flag", "data", "cap:cap");
    static final KernelFunction ARCH_MASK_CAP_RIGHTS = KernelFunction.of(X86Capabilities.class, "Arch_maskCapRights",
            Phase.DECODE, "rights:rights", "cap:cap");
    static final KernelPoint HAS_RIGHTS = ARCH_MASK_CAP_RIGHTS.branch("is_frame", "cap:cap");

    static final KernelFunction ARCH_FINALISE_CAP =
            KernelFunction.of(X86Capabilities.class, "Arch_finaliseCap", Phase.PERFORM, "cap:cap", "isFinal:flag");
    static final KernelPoint TABLE_GOES = ARCH_FINALISE_CAP.branch("last_cap_to_mapped_table", "cap:cap");
    static final KernelPoint POOL_GOES = ARCH_FINALISE_CAP.branch("last_cap_to_pool", "cap:cap");
    static final KernelPoint PORTS_GO = ARCH_FINALISE_CAP.branch("last_cap_to_ports", "cap:cap");
    static final KernelFunction MODE_FINALISE_CAP =
            KernelFunction.of(X86Capabilities.class, "Mode_finaliseCap", Phase.PERFORM, "cap:cap", "isFinal:flag");
    static final KernelPoint ROOT_GOES = MODE_FINALISE_CAP.branch("last_cap_to_mapped_root", "cap:cap");
    static final KernelPoint FRAME_MAPPED = MODE_FINALISE_CAP.branch("frame_mapped", "mappedASID");

    static final KernelFunction ARCH_POST_CAP_DELETION =
            KernelFunction.of(X86Capabilities.class, "Arch_postCapDeletion", Phase.PERFORM, "cap:cap");
    static final KernelPoint IS_IO_PORT = ARCH_POST_CAP_DELETION.branch("is_io_port", "cap:cap");
    static final KernelFunction ARCH_PREPARE_THREAD_DELETE =
            KernelFunction.of(X86Capabilities.class, "Arch_prepareThreadDelete", Phase.PERFORM, "thread:tcb");

    public X86Capabilities(Kernel kernel) {
        super(kernel);
    }

    /**
     * Turns a capability into the one a copy of it holds. A table must be mapped before it can be copied: copies of an
     * unmapped one could be mapped in several places. A copy of a frame capability starts unmapped, and is mapped by
     * itself.
     *
     * @return NONE, or SYSCALL_ERROR
     */
    public ExceptionStatus Arch_deriveCap(long slot, Cap cap) {
        enter(ARCH_DERIVE_CAP, slot, cap.word0);
        switch (cap.type()) {
            case PAGE_TABLE -> {
                return leave(deriveMapped(TABLE_MAPPED, PageTableCap.IS_MAPPED, cap));
            }
            case PAGE_DIRECTORY -> {
                return leave(deriveMapped(TABLE_MAPPED, PageDirectoryCap.IS_MAPPED, cap));
            }
            case ASID_CONTROL, ASID_POOL, IO_PORT -> {
                return leave(ExceptionStatus.NONE);
            }
            case IO_PORT_CONTROL -> {
                act(NO_COPY, cap.word0);
                cap.clear();
                return leave(ExceptionStatus.NONE);
            }
            default -> {
                return leave(Mode_deriveCap(slot, cap));
            }
        }
    }

    private ExceptionStatus Mode_deriveCap(long slot, Cap cap) {
        enter(MODE_DERIVE_CAP, slot, cap.word0);
        switch (cap.type()) {
            case PML4 -> {
                return leave(deriveMapped(ROOT_MAPPED, Pml4Cap.IS_MAPPED, cap));
            }
            case PDPT -> {
                return leave(deriveMapped(ROOT_MAPPED, PdptCap.IS_MAPPED, cap));
            }
            case FRAME -> {
                FrameCap.MAP_TYPE.set(cap, FrameCap.MAPPING_NONE);
                FrameCap.MAPPED_ASID.set(cap, Asids.INVALID);
                act(COPY_UNMAPPED, cap.word0);
                return leave(ExceptionStatus.NONE);
            }
            default -> throw halt(MODE_DERIVE_CAP, "invalid arch cap type");
        }
    }

    private ExceptionStatus deriveMapped(KernelPoint point, BitField isMapped, Cap cap) {
        if (!check(point, isMapped.isSet(cap), cap.word0)) {
            cap.clear();
            return illegalOperation();
        }
        return ExceptionStatus.NONE;
    }

    /** No x86 capability of this configuration has data that Mint or Mutate could set. */
    public void Arch_updateCapData(boolean preserve, long data, Cap cap) {
        enter(ARCH_UPDATE_CAP_DATA, preserve ? 1 : 0, data, cap.word0);
        leave();
    }

    /** Takes rights from a frame capability; other x86 capabilities have none to take. */
    public void Arch_maskCapRights(long rights, Cap cap) {
        enter(ARCH_MASK_CAP_RIGHTS, rights, cap.word0);
        if (check(HAS_RIGHTS, cap.is(CapType.FRAME), cap.word0)) {
            FrameCap.VM_RIGHTS.set(cap, kernel.x86().pageEntries().maskVMRights(FrameCap.VM_RIGHTS.get(cap), rights));
        }
        leave();
    }

    /**
     * What happens to an object when a capability to it goes: a table, VSpace or ASID pool is taken out when the last
     * one goes, a frame whenever the capability that it was mapped through goes.
     *
     * @param remainder becomes the null capability: nothing of x86 takes long to delete
     * @param cleanupInfo becomes the capability itself for the last one to a range of ports, else null
     */
    public void Arch_finaliseCap(Cap cap, boolean isFinal, Cap remainder, Cap cleanupInfo) {
        enter(ARCH_FINALISE_CAP, cap.word0, isFinal ? 1 : 0);
        boolean cleanup = false;
        switch (cap.type()) {
            case PAGE_DIRECTORY -> {
                if (check(TABLE_GOES, isFinal && PageDirectoryCap.IS_MAPPED.isSet(cap), cap.word0)) {
                    kernel.x86().unmapping().unmapPageDirectory(PageDirectoryCap.MAPPED_ASID.get(cap),
                            PageDirectoryCap.MAPPED_ADDRESS.get(cap), PageDirectoryCap.BASE_PTR.get(cap));
                }
            }
            case PAGE_TABLE -> {
                if (check(TABLE_GOES, isFinal && PageTableCap.IS_MAPPED.isSet(cap), cap.word0)) {
                    kernel.x86().unmapping().unmapPageTable(PageTableCap.MAPPED_ASID.get(cap),
                            PageTableCap.MAPPED_ADDRESS.get(cap), PageTableCap.BASE_PTR.get(cap));
                }
            }
            case ASID_POOL -> {
                if (check(POOL_GOES, isFinal, cap.word0)) {
                    kernel.x86().asids().deleteASIDPool(AsidPoolCap.ASID_BASE.get(cap), AsidPoolCap.POOL.get(cap));
                }
            }
            case IO_PORT -> cleanup = check(PORTS_GO, isFinal, cap.word0);
            case ASID_CONTROL, IO_PORT_CONTROL -> {
            }
            default -> Mode_finaliseCap(cap, isFinal);
        }
        if (cleanup) {
            cleanupInfo.set(cap);
        } else {
            cleanupInfo.clear();
        }
        remainder.clear();
        leave();
    }

    private void Mode_finaliseCap(Cap cap, boolean isFinal) {
        enter(MODE_FINALISE_CAP, cap.word0, isFinal ? 1 : 0);
        switch (cap.type()) {
            case PML4 -> {
                if (check(ROOT_GOES, isFinal && Pml4Cap.IS_MAPPED.isSet(cap), cap.word0)) {
                    kernel.x86().asids().deleteASID(Pml4Cap.MAPPED_ASID.get(cap), Pml4Cap.BASE_PTR.get(cap));
                }
            }
            case PDPT -> {
                if (check(ROOT_GOES, isFinal && PdptCap.IS_MAPPED.isSet(cap), cap.word0)) {
                    kernel.x86().unmapping().unmapPDPT(PdptCap.MAPPED_ASID.get(cap), PdptCap.MAPPED_ADDRESS.get(cap),
                            PdptCap.BASE_PTR.get(cap));
                }
            }
            case FRAME -> {
                long asid = FrameCap.MAPPED_ASID.get(cap);
                if (check(FRAME_MAPPED, asid != Asids.INVALID, asid)) {
                    if (FrameCap.MAP_TYPE.get(cap) != FrameCap.MAPPING_VSPACE) {
                        throw halt(MODE_FINALISE_CAP, "invalid map type");
                    }
                    kernel.x86().unmapping().unmapPage((int) FrameCap.SIZE.get(cap), asid,
                            FrameCap.MAPPED_ADDRESS.get(cap), FrameCap.BASE_PTR.get(cap));
                }
            }
            default -> throw halt(MODE_FINALISE_CAP, "invalid arch cap type");
        }
        leave();
    }

    /** Frees what a deleted capability stood for, once no slot holds it any more: a range of ports. */
    public void Arch_postCapDeletion(Cap cap) {
        enter(ARCH_POST_CAP_DELETION, cap.word0);
        if (check(IS_IO_PORT, cap.is(CapType.IO_PORT), cap.word0)) {
            kernel.x86().ioPortRanges().freeIOPortRange((int) IoPortCap.FIRST_PORT.get(cap),
                    (int) IoPortCap.LAST_PORT.get(cap));
        }
        leave();
    }

    /** A thread is being deleted: it must not own the FPU any longer. */
    public void Arch_prepareThreadDelete(long thread) {
        enter(ARCH_PREPARE_THREAD_DELETE, thread);
        kernel.x86().fpu().fpuRelease(thread);
        leave();
    }
}
