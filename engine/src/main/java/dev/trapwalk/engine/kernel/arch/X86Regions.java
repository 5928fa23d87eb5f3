package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelPart;
import dev.trapwalk.engine.object.AsidPoolCap;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.IoPortCap;
import dev.trapwalk.engine.object.PageDirectoryCap;
import dev.trapwalk.engine.object.PageTableCap;
import dev.trapwalk.engine.object.PageTableEntry;
import dev.trapwalk.engine.object.PdptCap;
import dev.trapwalk.engine.object.Pml4Cap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/** Which memory or ports an x86 capability stands for, and whether two stand for the same. */
public final class X86Regions extends KernelPart {

    static final KernelFunction ARCH_SAME_REGION_AS =
            KernelFunction.of(X86Regions.class, "Arch_sameRegionAs", Phase.PERFORM, "a:cap", "b:cap");
    static final KernelPoint SAME_REGION = ARCH_SAME_REGION_AS.check("same_region", "a:cap", "b:cap");
    static final KernelFunction MODE_SAME_REGION_AS =
            KernelFunction.of(X86Regions.class, "Mode_sameRegionAs", Phase.PERFORM, "a:cap", "b:cap");
    static final KernelPoint SAME_TABLE = MODE_SAME_REGION_AS.check("same_table", "a:cap", "b:cap");
    static final KernelFunction ARCH_SAME_OBJECT_AS =
            KernelFunction.of(X86Regions.class, "Arch_sameObjectAs", Phase.PERFORM, "a:cap", "b:cap");
    static final KernelPoint NOT_CONTROL_AND_PORTS =
            ARCH_SAME_OBJECT_AS.check("not_control_and_ports", "a:cap", "b:cap");
    static final KernelPoint BOTH_FRAMES = ARCH_SAME_OBJECT_AS.branch("both_frames", "a:cap", "b:cap");
    static final KernelPoint SAME_FRAME = ARCH_SAME_OBJECT_AS.check("same_frame", "a:cap", "b:cap");

    public X86Regions(Kernel kernel) {
        super(kernel);
    }

    /** Whether {@code b} stands for (part of) what {@code a} stands for. */
    public boolean Arch_sameRegionAs(Cap a, Cap b) {
        enter(ARCH_SAME_REGION_AS, a.word0, b.word0);
        // Of unlike types only the control capability and the ports made from it go together. The C code falls
        // through to the 64-bit part whenever the types differ, so that function is entered then too.
        if (a.type() == b.type() && a.type() != CapType.PDPT && a.type() != CapType.PML4) {
            return leave(check(SAME_REGION, sameRegion(a, b), a.word0, b.word0));
        }
        if (a.is(CapType.IO_PORT_CONTROL) && b.is(CapType.IO_PORT)) {
            return leave(check(SAME_REGION, true, a.word0, b.word0));
        }
        return leave(Mode_sameRegionAs(a, b));
    }

    private static boolean sameRegion(Cap a, Cap b) {
        return switch (a.type()) {
            case FRAME -> frameContains(a, b);
            case PAGE_TABLE -> PageTableCap.BASE_PTR.get(a) == PageTableCap.BASE_PTR.get(b);
            case PAGE_DIRECTORY -> PageDirectoryCap.BASE_PTR.get(a) == PageDirectoryCap.BASE_PTR.get(b);
            case ASID_POOL -> AsidPoolCap.POOL.get(a) == AsidPoolCap.POOL.get(b);
            case IO_PORT -> IoPortCap.FIRST_PORT.get(a) == IoPortCap.FIRST_PORT.get(b)
                    && IoPortCap.LAST_PORT.get(a) == IoPortCap.LAST_PORT.get(b);
            default -> true;
        };
    }

    private static boolean frameContains(Cap a, Cap b) {
        long botA = FrameCap.BASE_PTR.get(a);
        long botB = FrameCap.BASE_PTR.get(b);
        long topA = botA + (1L << FrameCap.pageBits(FrameCap.SIZE.get(a))) - 1;
        long topB = botB + (1L << FrameCap.pageBits(FrameCap.SIZE.get(b))) - 1;
        return Long.compareUnsigned(botA, botB) <= 0 && Long.compareUnsigned(topA, topB) >= 0
                && Long.compareUnsigned(botB, topB) <= 0;
    }

    private boolean Mode_sameRegionAs(Cap a, Cap b) {
        enter(MODE_SAME_REGION_AS, a.word0, b.word0);
        boolean same = switch (a.type()) {
            case PDPT -> b.is(CapType.PDPT) && PdptCap.BASE_PTR.get(a) == PdptCap.BASE_PTR.get(b);
            case PML4 -> b.is(CapType.PML4) && Pml4Cap.BASE_PTR.get(a) == Pml4Cap.BASE_PTR.get(b);
            default -> false;
        };
        return leave(check(SAME_TABLE, same, a.word0, b.word0));
    }

    /** Whether two capabilities are for the very same object. A large frame and a small one within it are not. */
    public boolean Arch_sameObjectAs(Cap a, Cap b) {
        enter(ARCH_SAME_OBJECT_AS, a.word0, b.word0);
        if (!check(NOT_CONTROL_AND_PORTS, !(a.is(CapType.IO_PORT_CONTROL) && b.is(CapType.IO_PORT)),
                a.word0, b.word0)) {
            return leave(false);
        }
        if (check(BOTH_FRAMES, a.is(CapType.FRAME) && b.is(CapType.FRAME), a.word0, b.word0)) {
            boolean same = FrameCap.BASE_PTR.get(a) == FrameCap.BASE_PTR.get(b)
                    && FrameCap.SIZE.get(a) == FrameCap.SIZE.get(b)
                    && FrameCap.IS_DEVICE.get(a) == FrameCap.IS_DEVICE.get(b);
            return leave(check(SAME_FRAME, same, a.word0, b.word0));
        }
        return leave(Arch_sameRegionAs(a, b));
    }

    /** The object an x86 capability is for, or 0 (cap_get_archCapPtr, a header inline). */
    public long archCapPtr(Cap cap) {
        return switch (cap.type()) {
            case FRAME -> FrameCap.BASE_PTR.get(cap);
            case PAGE_TABLE -> PageTableCap.BASE_PTR.get(cap);
            case PAGE_DIRECTORY -> PageDirectoryCap.BASE_PTR.get(cap);
            case PDPT -> PdptCap.BASE_PTR.get(cap);
            case PML4 -> Pml4Cap.BASE_PTR.get(cap);
            case ASID_POOL -> AsidPoolCap.POOL.get(cap);
            default -> 0;
        };
    }

    /** log2 of the bytes of that object, or 0 (cap_get_archCapSizeBits, a header inline). */
    public int archCapSizeBits(Cap cap) {
        return switch (cap.type()) {
            case FRAME -> FrameCap.pageBits(FrameCap.SIZE.get(cap));
            case PAGE_TABLE, PAGE_DIRECTORY, PDPT, PML4, ASID_POOL -> PageTableEntry.TABLE_BITS;
            default -> 0;
        };
    }

    /** Whether an x86 capability stands for memory (cap_get_archCapIsPhysical, a header inline). */
    public boolean archCapIsPhysical(Cap cap) {
        return switch (cap.type()) {
            case FRAME, PAGE_TABLE, PAGE_DIRECTORY, PDPT, PML4, ASID_POOL -> true;
            default -> false;
        };
    }

    /**
     * Whether a derived x86 capability can be revoked: ports fresh from the control (Arch_isCapRevocable, an inline).
     */
    public boolean archIsCapRevocable(Cap derived, Cap source) {
        return derived.is(CapType.IO_PORT) && source.is(CapType.IO_PORT_CONTROL);
    }
}
