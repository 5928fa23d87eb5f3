package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** What every capability type has in common: deriving, masking, comparing, finalising. */
public final class Capabilities extends KernelPart {

    static final KernelFunction DERIVE_CAP =
            KernelFunction.of(Capabilities.class, "deriveCap", Phase.DECODE, "slot:slot", "cap:cap");
    static final KernelFunction MASK_CAP_RIGHTS =
            KernelFunction.of(Capabilities.class, "maskCapRights", Phase.DECODE, "rights:rights", "cap:cap");
    static final KernelFunction UPDATE_CAP_DATA =
            KernelFunction.of(Capabilities.class, "updateCapData", Phase.DECODE, "preserve:flag", "data", "cap:cap");
    static final KernelFunction SAME_REGION_AS =
            KernelFunction.of(Capabilities.class, "sameRegionAs", Phase.PERFORM, "a:cap", "b:cap");
    static final KernelFunction SAME_OBJECT_AS =
            KernelFunction.of(Capabilities.class, "sameObjectAs", Phase.PERFORM, "a:cap", "b:cap");
    static final KernelFunction IS_CAP_REVOCABLE =
            KernelFunction.of(Capabilities.class, "isCapRevocable", Phase.PERFORM, "derived:cap", "source:cap");
    static final KernelFunction HAS_CANCEL_SEND_RIGHTS =
            KernelFunction.of(Capabilities.class, "hasCancelSendRights", Phase.DECODE, "cap:cap");
    static final KernelFunction FINALISE_CAP =
            KernelFunction.of(Capabilities.class, "finaliseCap", Phase.PERFORM, "cap:cap", "isFinal:flag", "exposed:flag");
    static final KernelFunction POST_CAP_DELETION =
            KernelFunction.of(Capabilities.class, "postCapDeletion", Phase.PERFORM, "cap:cap");

    public Capabilities(Kernel kernel) {
        super(kernel);
    }

    public ExceptionStatus deriveCap(long slot, Cap cap) {
        throw new NotModelledException("deriveCap");
    }

    public void maskCapRights(long rights, Cap cap) {
        throw new NotModelledException("maskCapRights");
    }

    public void updateCapData(boolean preserve, long data, Cap cap) {
        throw new NotModelledException("updateCapData");
    }

    public boolean sameRegionAs(Cap a, Cap b) {
        throw new NotModelledException("sameRegionAs");
    }

    public boolean sameObjectAs(Cap a, Cap b) {
        throw new NotModelledException("sameObjectAs");
    }

    public boolean isCapRevocable(Cap derived, Cap source) {
        throw new NotModelledException("isCapRevocable");
    }

    public boolean hasCancelSendRights(Cap cap) {
        throw new NotModelledException("hasCancelSendRights");
    }

    public void finaliseCap(Cap cap, boolean isFinal, boolean exposed, Cap remainder, Cap cleanupInfo) {
        throw new NotModelledException("finaliseCap");
    }

    public void postCapDeletion(Cap cap) {
        throw new NotModelledException("postCapDeletion");
    }
}
