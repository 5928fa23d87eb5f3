package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.object.AsidMap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Address space identifiers: capabilities to frames and tables name the VSpace they are mapped in by its ASID, and a
 * table of pools says which PML4 that is now. So a VSpace can be deleted without visiting every capability mapped in
 * it: the names that are left lead nowhere.
 */
public final class Asids extends InvocationPart {

    static final KernelFunction FIND_VSPACE_FOR_ASID =
            KernelFunction.of(Asids.class, "findVSpaceForASID", Phase.LOOKUP, "asid");
    static final KernelPoint ASSIGNED = FIND_VSPACE_FOR_ASID.check("assigned", "asid", "map");
    static final KernelFunction FIND_MAP_FOR_ASID =
            KernelFunction.of(Asids.class, "findMapForASID", Phase.LOOKUP, "asid");
    static final KernelPoint HAS_POOL = FIND_MAP_FOR_ASID.check("has_pool", "asid", "pool");

    static final KernelFunction DELETE_ASID =
            KernelFunction.of(Asids.class, "deleteASID", Phase.PERFORM, "asid", "vspace");
    static final KernelPoint POOL_EXISTS = DELETE_ASID.check("pool_exists", "asid", "pool");
    static final KernelPoint IS_THIS_VSPACE = DELETE_ASID.check("is_this_vspace", "map", "vspace");
    static final KernelPoint ASID_FREED = DELETE_ASID.action("asid_freed", "asid", "vspace");

    static final KernelFunction DELETE_ASID_POOL =
            KernelFunction.of(Asids.class, "deleteASIDPool", Phase.PERFORM, "asidBase", "pool");
    static final KernelPoint IS_THIS_POOL = DELETE_ASID_POOL.check("is_this_pool", "asidBase", "pool");
    static final KernelPoint POOL_REMOVED = DELETE_ASID_POOL.action("pool_removed", "asidBase", "pool");

    static final KernelFunction HW_ASID_INVALIDATE =
            KernelFunction.of(Asids.class, "hwASIDInvalidate", Phase.PERFORM, "asid", "vspace");

    /** The ASID of capabilities that are not mapped anywhere (asidInvalid). */
    static final long INVALID = 0;
    private static final long LOW_MASK = AsidMap.POOL_ENTRIES - 1;

    private long foundVSpace;

    public Asids(Kernel kernel) {
        super(kernel);
    }

    /**
     * Finds the VSpace that has an ASID, see {@link #foundVSpace()}.
     *
     * @return NONE; or LOOKUP_FAULT with an invalid root when no VSpace has it
     */
    public ExceptionStatus findVSpaceForASID(long asid) {
        enter(FIND_VSPACE_FOR_ASID, asid);
        long map = findMapForASID(asid);
        if (!check(ASSIGNED, AsidMap.TYPE.in(map) == AsidMap.VSPACE, asid, map)) {
            lookupFaultInvalidRoot();
            foundVSpace = 0;
            return leave(ExceptionStatus.LOOKUP_FAULT);
        }
        foundVSpace = AsidMap.VSPACE_ROOT.in(map);
        return leave(ExceptionStatus.NONE);
    }

    /** The PML4 that {@link #findVSpaceForASID} found, or 0. */
    public long foundVSpace() {
        return foundVSpace;
    }

    private long findMapForASID(long asid) {
        enter(FIND_MAP_FOR_ASID, asid);
        long pool = memory.read(poolSlot(asid));
        if (!check(HAS_POOL, pool != 0, asid, pool)) {
            return leave(0L);
        }
        return leave(memory.read(mapAddress(pool, asid)));
    }

    /** Takes an ASID from a VSpace that is being deleted, unless the ASID belongs to another one by now. */
    void deleteASID(long asid, long vspace) {
        enter(DELETE_ASID, asid, vspace);
        long pool = memory.read(poolSlot(asid));
        if (check(POOL_EXISTS, pool != 0, asid, pool)) {
            long map = memory.read(mapAddress(pool, asid));
            if (check(IS_THIS_VSPACE,
                    AsidMap.TYPE.in(map) == AsidMap.VSPACE && AsidMap.VSPACE_ROOT.in(map) == vspace, map, vspace)) {
                hwASIDInvalidate(asid, vspace);
                memory.write(mapAddress(pool, asid), AsidMap.NONE);
                act(ASID_FREED, asid, vspace);
                kernel.vspace().setVMRoot(globals.curThread());
            }
        }
        leave();
    }

    /** Removes a pool that is being deleted: none of its ASIDs leads to a VSpace any more. */
    void deleteASIDPool(long asidBase, long pool) {
        enter(DELETE_ASID_POOL, asidBase, pool);
        if (check(IS_THIS_POOL, memory.read(poolSlot(asidBase)) == pool, asidBase, pool)) {
            for (int offset = 0; offset < AsidMap.POOL_ENTRIES; offset++) {
                long map = memory.read(pool + 8L * offset);
                if (AsidMap.TYPE.in(map) == AsidMap.VSPACE) {
                    hwASIDInvalidate(asidBase + offset, AsidMap.VSPACE_ROOT.in(map));
                }
            }
            memory.write(poolSlot(asidBase), 0);
            act(POOL_REMOVED, asidBase, pool);
            kernel.vspace().setVMRoot(globals.curThread());
        }
        leave();
    }

    /** Without PCIDs the whole TLB goes. */
    private void hwASIDInvalidate(long asid, long vspace) {
        enter(HW_ASID_INVALIDATE, asid, vspace);
        kernel.cpu().flushTlb();
        leave();
    }

    /** Address of the word of x86KSASIDTable that holds the pool of an ASID. */
    static long poolSlot(long asid) {
        return KernelGlobals.X86KS_ASID_TABLE + 8 * (asid >>> AsidMap.LOW_BITS);
    }

    /** Address of the word of a pool that says which VSpace has an ASID. */
    static long mapAddress(long pool, long asid) {
        return pool + 8 * (asid & LOW_MASK);
    }
}
