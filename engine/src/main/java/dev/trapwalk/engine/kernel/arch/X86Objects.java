package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelPart;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.PageDirectoryCap;
import dev.trapwalk.engine.object.PageTableCap;
import dev.trapwalk.engine.object.PdptCap;
import dev.trapwalk.engine.object.Pml4Cap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/** Making the objects that only x86-64 has: frames and the tables of the four levels. */
public final class X86Objects extends KernelPart {

    static final KernelFunction ARCH_GET_OBJECT_SIZE =
            KernelFunction.of(X86Objects.class, "Arch_getObjectSize", Phase.DECODE, "type:count");
    static final KernelFunction MODE_GET_OBJECT_SIZE =
            KernelFunction.of(X86Objects.class, "Mode_getObjectSize", Phase.DECODE, "type:count");
    static final KernelFunction ARCH_IS_FRAME_TYPE =
            KernelFunction.of(X86Objects.class, "Arch_isFrameType", Phase.DECODE, "type:count");
    static final KernelFunction ARCH_CREATE_OBJECT = KernelFunction.of(X86Objects.class, "Arch_createObject",
            Phase.PERFORM, "type:count", "regionBase", "userSize:count", "deviceMemory:flag");
    static final KernelFunction MODE_CREATE_OBJECT = KernelFunction.of(X86Objects.class, "Mode_createObject",
            Phase.PERFORM, "type:count", "regionBase", "userSize:count", "deviceMemory:flag");
    static final KernelPoint CAP_MADE = MODE_CREATE_OBJECT.action("cap_made", "cap:cap");

    public X86Objects(Kernel kernel) {
        super(kernel);
    }

    /** log2 of the bytes of an x86 object. */
    public int Arch_getObjectSize(ObjectType type) {
        enter(ARCH_GET_OBJECT_SIZE, type.number());
        return leave(type == ObjectType.PML4 || type == ObjectType.HUGE_PAGE ? Mode_getObjectSize(type)
                : type.sizeBits(0));
    }

    private int Mode_getObjectSize(ObjectType type) {
        enter(MODE_GET_OBJECT_SIZE, type.number());
        return leave(type.sizeBits(0));
    }

    /** Whether a type is a frame: of device memory nothing else can be made, except more untyped memory. */
    public boolean Arch_isFrameType(ObjectType type) {
        enter(ARCH_IS_FRAME_TYPE, type.number());
        return leave(type == ObjectType.PAGE_4K || type == ObjectType.LARGE_PAGE || type == ObjectType.HUGE_PAGE);
    }

    /**
     * Makes one x86 object in zeroed memory, and the capability to it: unmapped, with all rights.
     *
     * @param regionBase kernel window address, aligned to the object's size
     * @param result becomes the capability
     */
    public void Arch_createObject(ObjectType type, long regionBase, int userSize, boolean deviceMemory, Cap result) {
        enter(ARCH_CREATE_OBJECT, type.number(), regionBase, userSize, deviceMemory ? 1 : 0);
        Mode_createObject(type, regionBase, userSize, deviceMemory, result);
        leave();
    }

    private void Mode_createObject(ObjectType type, long regionBase, int userSize, boolean deviceMemory, Cap result) {
        enter(MODE_CREATE_OBJECT, type.number(), regionBase, userSize, deviceMemory ? 1 : 0);
        switch (type) {
            case PAGE_4K -> frame(FrameCap.SMALL_PAGE, regionBase, deviceMemory, result);
            case LARGE_PAGE -> frame(FrameCap.LARGE_PAGE, regionBase, deviceMemory, result);
            case HUGE_PAGE -> frame(FrameCap.HUGE_PAGE, regionBase, deviceMemory, result);
            case PAGE_TABLE -> PageTableCap.BASE_PTR.set(result.clear(CapType.PAGE_TABLE), regionBase);
            case PAGE_DIRECTORY -> PageDirectoryCap.BASE_PTR.set(result.clear(CapType.PAGE_DIRECTORY), regionBase);
            case PDPT -> PdptCap.BASE_PTR.set(result.clear(CapType.PDPT), regionBase);
            default -> {
                kernel.vspace().copyGlobalMappings(regionBase);
                Pml4Cap.BASE_PTR.set(result.clear(CapType.PML4), regionBase);
            }
        }
        act(CAP_MADE, result.word0);
        leave();
    }

    private static void frame(int size, long regionBase, boolean deviceMemory, Cap result) {
        result.clear(CapType.FRAME);
        FrameCap.BASE_PTR.set(result, regionBase);
        FrameCap.SIZE.set(result, size);
        FrameCap.VM_RIGHTS.set(result, FrameCap.VM_READ_WRITE);
        FrameCap.IS_DEVICE.set(result, deviceMemory ? 1 : 0);
    }
}
