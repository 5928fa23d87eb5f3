package dev.trapwalk.engine.invariants;

import dev.trapwalk.engine.object.AsidPoolCap;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.object.PageDirectoryCap;
import dev.trapwalk.engine.object.PageTableCap;
import dev.trapwalk.engine.object.PdptCap;
import dev.trapwalk.engine.object.Pml4Cap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadCap;
import dev.trapwalk.engine.object.UntypedCap;
import dev.trapwalk.engine.object.ZombieCap;

/** Which memory a capability stands for. */
final class Regions {

    private static final int ZOMBIE_TCB = 64;

    private Regions() {
    }

    /** First byte of the object, or 0 when the capability stands for no memory. */
    static long start(Cap cap) {
        return switch (cap.type()) {
            case UNTYPED -> UntypedCap.PTR.get(cap);
            case ENDPOINT -> EndpointCap.PTR.get(cap);
            case NOTIFICATION -> NotificationCap.PTR.get(cap);
            case CNODE -> CNodeCap.PTR.get(cap);
            case THREAD -> ThreadCap.PTR.get(cap) - Tcb.TCB_OFFSET;
            case FRAME -> FrameCap.BASE_PTR.get(cap);
            case PAGE_TABLE -> PageTableCap.BASE_PTR.get(cap);
            case PAGE_DIRECTORY -> PageDirectoryCap.BASE_PTR.get(cap);
            case PDPT -> PdptCap.BASE_PTR.get(cap);
            case PML4 -> Pml4Cap.BASE_PTR.get(cap);
            case ASID_POOL -> AsidPoolCap.POOL.get(cap);
            case ZOMBIE -> ZombieCap.ID.get(cap) & -(1L << zombieBits(cap) + 1);
            default -> 0;
        };
    }

    /** log2 of its size in bytes. */
    static int sizeBits(Cap cap) {
        return switch (cap.type()) {
            case UNTYPED -> (int) UntypedCap.BLOCK_SIZE.get(cap);
            case ENDPOINT -> 4;
            case NOTIFICATION -> 5;
            case CNODE -> (int) CNodeCap.RADIX.get(cap) + 5;
            case THREAD -> Tcb.SIZE_BITS;
            case FRAME -> 12 + 9 * (int) FrameCap.SIZE.get(cap);
            case ZOMBIE -> ZombieCap.TYPE.get(cap) == ZOMBIE_TCB ? Tcb.SIZE_BITS : zombieBits(cap) + 5;
            default -> 12;
        };
    }

    private static int zombieBits(Cap cap) {
        return ZombieCap.TYPE.get(cap) == ZOMBIE_TCB ? 4 : (int) ZombieCap.TYPE.get(cap);
    }
}
