package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelPart;
import dev.trapwalk.engine.kernel.NotModelledException;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** x86-64 side of deriving, masking, comparing, finalising capabilities and of creating objects. */
public final class X86Capabilities extends KernelPart {

    static final KernelFunction ARCH_DERIVE_CAP =
            KernelFunction.of(X86Capabilities.class, "Arch_deriveCap", Phase.DECODE, "slot:slot", "cap:cap");
    static final KernelFunction ARCH_MASK_CAP_RIGHTS =
            KernelFunction.of(X86Capabilities.class, "Arch_maskCapRights", Phase.DECODE, "rights:rights", "cap:cap");
    static final KernelFunction ARCH_FINALISE_CAP =
            KernelFunction.of(X86Capabilities.class, "Arch_finaliseCap", Phase.PERFORM, "cap:cap", "isFinal:flag");
    static final KernelFunction ARCH_SAME_REGION_AS =
            KernelFunction.of(X86Capabilities.class, "Arch_sameRegionAs", Phase.PERFORM, "a:cap", "b:cap");
    static final KernelFunction ARCH_SAME_OBJECT_AS =
            KernelFunction.of(X86Capabilities.class, "Arch_sameObjectAs", Phase.PERFORM, "a:cap", "b:cap");
    static final KernelFunction ARCH_UPDATE_CAP_DATA =
            KernelFunction.of(X86Capabilities.class, "Arch_updateCapData", Phase.DECODE, "preserve:flag", "data", "cap:cap");
    static final KernelFunction ARCH_POST_CAP_DELETION =
            KernelFunction.of(X86Capabilities.class, "Arch_postCapDeletion", Phase.PERFORM, "cap:cap");
    static final KernelFunction ARCH_GET_OBJECT_SIZE =
            KernelFunction.of(X86Capabilities.class, "Arch_getObjectSize", Phase.DECODE, "type:count");
    static final KernelFunction ARCH_CREATE_OBJECT =
            KernelFunction.of(X86Capabilities.class, "Arch_createObject", Phase.PERFORM, "type:count", "regionBase");
    static final KernelFunction ARCH_IS_FRAME_TYPE =
            KernelFunction.of(X86Capabilities.class, "Arch_isFrameType", Phase.DECODE, "type:count");
    static final KernelFunction ARCH_PREPARE_THREAD_DELETE =
            KernelFunction.of(X86Capabilities.class, "Arch_prepareThreadDelete", Phase.PERFORM, "thread:tcb");

    public X86Capabilities(Kernel kernel) {
        super(kernel);
    }

    public ExceptionStatus Arch_deriveCap(long slot, Cap cap) {
        throw new NotModelledException("Arch_deriveCap");
    }

    public void Arch_maskCapRights(long rights, Cap cap) {
        throw new NotModelledException("Arch_maskCapRights");
    }

    public void Arch_finaliseCap(Cap cap, boolean isFinal, Cap remainder, Cap cleanupInfo) {
        throw new NotModelledException("Arch_finaliseCap");
    }

    public boolean Arch_sameRegionAs(Cap a, Cap b) {
        throw new NotModelledException("Arch_sameRegionAs");
    }

    public boolean Arch_sameObjectAs(Cap a, Cap b) {
        throw new NotModelledException("Arch_sameObjectAs");
    }

    public void Arch_updateCapData(boolean preserve, long data, Cap cap) {
        throw new NotModelledException("Arch_updateCapData");
    }

    public void Arch_postCapDeletion(Cap cap) {
        throw new NotModelledException("Arch_postCapDeletion");
    }

    public int Arch_getObjectSize(ObjectType type) {
        throw new NotModelledException("Arch_getObjectSize");
    }

    public void Arch_createObject(ObjectType type, long regionBase, int userSize, boolean deviceMemory, Cap result) {
        throw new NotModelledException("Arch_createObject");
    }

    public void Arch_prepareThreadDelete(long thread) {
        throw new NotModelledException("Arch_prepareThreadDelete");
    }

    public boolean Arch_isFrameType(ObjectType type) {
        throw new NotModelledException("Arch_isFrameType");
    }

    /** The object an x86 capability is for, or 0 (cap_get_archCapPtr, a header inline). */
    public long archCapPtr(Cap cap) {
        throw new NotModelledException("cap_get_archCapPtr");
    }

    /** log2 of the bytes of that object, or 0 (cap_get_archCapSizeBits, a header inline). */
    public int archCapSizeBits(Cap cap) {
        throw new NotModelledException("cap_get_archCapSizeBits");
    }

    /** Whether an x86 capability stands for memory (cap_get_archCapIsPhysical, a header inline). */
    public boolean archCapIsPhysical(Cap cap) {
        throw new NotModelledException("cap_get_archCapIsPhysical");
    }

    /** Whether a derived x86 capability can be revoked (Arch_isCapRevocable, a header inline). */
    public boolean archIsCapRevocable(Cap derived, Cap source) {
        throw new NotModelledException("Arch_isCapRevocable");
    }
}
