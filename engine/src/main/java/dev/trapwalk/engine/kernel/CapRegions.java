package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.IrqHandlerCap;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.object.ReplyCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadCap;
import dev.trapwalk.engine.object.UntypedCap;
import dev.trapwalk.engine.object.ZombieCap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Which memory a capability stands for, and whether two stand for the same (object/objecttype.c). The mapping database
 * rests on these comparisons: a region that lies within another's was made from it.
 */
public final class CapRegions extends KernelPart {

    static final KernelFunction SAME_REGION_AS =
            KernelFunction.of(CapRegions.class, "sameRegionAs", Phase.PERFORM, "a:cap", "b:cap");
    static final KernelPoint UNTYPED_COVERS_MEMORY =
            SAME_REGION_AS.check("untyped_covers_memory", "a:cap", "b:cap");
    static final KernelPoint WITHIN_UNTYPED =
            SAME_REGION_AS.check("within_untyped", "aBase", "aTop", "bBase", "bTop");
    static final KernelPoint SAME_TYPE = SAME_REGION_AS.check("same_type", "a:cap", "b:cap");
    static final KernelPoint SAME_REGION = SAME_REGION_AS.check("same_region", "a:cap", "b:cap");

    static final KernelFunction SAME_OBJECT_AS =
            KernelFunction.of(CapRegions.class, "sameObjectAs", Phase.PERFORM, "a:cap", "b:cap");
    static final KernelPoint NOT_UNTYPED = SAME_OBJECT_AS.check("not_untyped", "a:cap");
    static final KernelPoint NOT_IRQ_CONTROL = SAME_OBJECT_AS.check("not_irq_control", "a:cap");
    static final KernelPoint BOTH_ARCH = SAME_OBJECT_AS.branch("both_arch", "a:cap", "b:cap");

    static final KernelFunction CAP_GET_CAP_SIZE_BITS =
            KernelFunction.of(CapRegions.class, "cap_get_capSizeBits", Phase.PERFORM, "cap:cap");
    static final KernelFunction CAP_GET_CAP_IS_PHYSICAL =
            KernelFunction.of(CapRegions.class, "cap_get_capIsPhysical", Phase.PERFORM, "cap:cap");
    static final KernelFunction CAP_GET_CAP_PTR =
            KernelFunction.of(CapRegions.class, "cap_get_capPtr", Phase.PERFORM, "cap:cap");

    public CapRegions(Kernel kernel) {
        super(kernel);
    }

    /** Whether {@code b} stands for (part of) what {@code a} stands for, so that {@code a} may be its parent. */
    public boolean sameRegionAs(Cap a, Cap b) {
        enter(SAME_REGION_AS, a.word0, b.word0);
        CapType type = a.type();
        return leave(switch (type) {
            case UNTYPED -> untypedCovers(a, b);
            case IRQ_CONTROL -> check(SAME_TYPE, b.is(CapType.IRQ_CONTROL) || b.is(CapType.IRQ_HANDLER),
                    a.word0, b.word0);
            default -> a.isArch() && b.isArch() ? kernel.x86().regions().Arch_sameRegionAs(a, b)
                    : check(SAME_TYPE, b.is(type), a.word0, b.word0)
                            && check(SAME_REGION, sameRegionOfType(type, a, b), a.word0, b.word0);
        });
    }

    private boolean untypedCovers(Cap a, Cap b) {
        if (!check(UNTYPED_COVERS_MEMORY, cap_get_capIsPhysical(b), a.word0, b.word0)) {
            return false;
        }
        long aBase = UntypedCap.PTR.get(a);
        long bBase = cap_get_capPtr(b);
        long aTop = aBase + (1L << UntypedCap.BLOCK_SIZE.get(a)) - 1;
        long bTop = bBase + (1L << cap_get_capSizeBits(b)) - 1;
        // Addresses are unsigned words, and the last condition refuses a region that wraps around.
        return check(WITHIN_UNTYPED, Long.compareUnsigned(aBase, bBase) <= 0 && Long.compareUnsigned(bTop, aTop) <= 0
                && Long.compareUnsigned(bBase, bTop) <= 0, aBase, aTop, bBase, bTop);
    }

    private static boolean sameRegionOfType(CapType type, Cap a, Cap b) {
        return switch (type) {
            case ENDPOINT -> EndpointCap.PTR.get(a) == EndpointCap.PTR.get(b);
            case NOTIFICATION -> NotificationCap.PTR.get(a) == NotificationCap.PTR.get(b);
            case CNODE -> CNodeCap.PTR.get(a) == CNodeCap.PTR.get(b) && CNodeCap.RADIX.get(a) == CNodeCap.RADIX.get(b);
            case THREAD -> ThreadCap.PTR.get(a) == ThreadCap.PTR.get(b);
            case REPLY -> ReplyCap.TCB_PTR.get(a) == ReplyCap.TCB_PTR.get(b);
            case IRQ_HANDLER -> IrqHandlerCap.IRQ.get(a) == IrqHandlerCap.IRQ.get(b);
            case DOMAIN -> true;
            default -> false;
        };
    }

    /**
     * Whether two capabilities are for the very same object. Never so for untyped and IRQ control: nothing happens when
     * the last capability to them goes, so each may count as the last.
     */
    public boolean sameObjectAs(Cap a, Cap b) {
        enter(SAME_OBJECT_AS, a.word0, b.word0);
        if (!check(NOT_UNTYPED, !a.is(CapType.UNTYPED), a.word0)
                || !check(NOT_IRQ_CONTROL, !a.is(CapType.IRQ_CONTROL), a.word0)) {
            return leave(false);
        }
        if (check(BOTH_ARCH, a.isArch() && b.isArch(), a.word0, b.word0)) {
            return leave(kernel.x86().regions().Arch_sameObjectAs(a, b));
        }
        return leave(sameRegionAs(a, b));
    }

    /** log2 of the bytes of the memory that a capability stands for; 0 if there is none. */
    public int cap_get_capSizeBits(Cap cap) {
        enter(CAP_GET_CAP_SIZE_BITS, cap.word0);
        return leave(switch (cap.type()) {
            case UNTYPED -> (int) UntypedCap.BLOCK_SIZE.get(cap);
            case ENDPOINT -> Endpoint.SIZE_BITS;
            case NOTIFICATION -> Notification.SIZE_BITS;
            case CNODE -> (int) CNodeCap.RADIX.get(cap) + Cte.SIZE_BITS;
            case THREAD -> Tcb.SIZE_BITS;
            case ZOMBIE -> ZombieCap.isTcb(cap) ? Tcb.SIZE_BITS : ZombieCap.bits(cap) + Cte.SIZE_BITS;
            case NULL, DOMAIN, REPLY, IRQ_CONTROL, IRQ_HANDLER -> 0;
            default -> kernel.x86().regions().archCapSizeBits(cap);
        });
    }

    /** Whether a capability stands for memory at all. */
    public boolean cap_get_capIsPhysical(Cap cap) {
        enter(CAP_GET_CAP_IS_PHYSICAL, cap.word0);
        return leave(switch (cap.type()) {
            case UNTYPED, ENDPOINT, NOTIFICATION, CNODE, THREAD, ZOMBIE -> true;
            case NULL, DOMAIN, REPLY, IRQ_CONTROL, IRQ_HANDLER -> false;
            default -> kernel.x86().regions().archCapIsPhysical(cap);
        });
    }

    /**
     * Where the memory that a capability stands for begins; 0 if there is none. For a thread that is its whole block.
     */
    public long cap_get_capPtr(Cap cap) {
        enter(CAP_GET_CAP_PTR, cap.word0);
        return leave(switch (cap.type()) {
            case UNTYPED -> UntypedCap.PTR.get(cap);
            case ENDPOINT -> EndpointCap.PTR.get(cap);
            case NOTIFICATION -> NotificationCap.PTR.get(cap);
            case CNODE -> CNodeCap.PTR.get(cap);
            case THREAD -> Tcb.slot(ThreadCap.PTR.get(cap), 0);
            case ZOMBIE -> ZombieCap.ptr(cap);
            case NULL, DOMAIN, REPLY, IRQ_CONTROL, IRQ_HANDLER -> 0L;
            default -> kernel.x86().regions().archCapPtr(cap);
        });
    }
}
