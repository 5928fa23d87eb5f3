package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.object.AsidMap;
import dev.trapwalk.engine.object.AsidPoolCap;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.PageTableEntry;
import dev.trapwalk.engine.object.Pml4Cap;
import dev.trapwalk.engine.object.UntypedCap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * X86_ASIDControl_MakePool and X86_ASIDPool_Assign. The C kernel decodes both inside decodeX86MMUInvocation, so their
 * checks are points of that function.
 */
public final class AsidInvocations extends InvocationPart {

    static final KernelFunction PERFORM_MAKE_POOL = KernelFunction.of(AsidInvocations.class,
            "performASIDControlInvocation", Phase.PERFORM, "pool", "slot:slot", "parent:slot", "asidBase");
    static final KernelPoint POOL_INSTALLED = PERFORM_MAKE_POOL.action("pool_installed", "asidBase", "pool");
    static final KernelFunction PERFORM_ASSIGN = KernelFunction.of(AsidInvocations.class,
            "performASIDPoolInvocation", Phase.PERFORM, "asid", "pool", "slot:slot");
    static final KernelPoint ASSIGNED = PERFORM_ASSIGN.action("assigned", "asid", "vspace");

    /** log2 of the unit in which an untyped counts its free memory (seL4_MinUntypedBits). */
    private static final int MIN_UNTYPED_BITS = 4;

    private final Cap untyped = new Cap();
    private final Cap root = new Cap();
    private final Cap poolCap = new Cap();
    private final Cap vspaceCap = new Cap();

    public AsidInvocations(Kernel kernel) {
        super(kernel);
    }

    /** ASIDControl_MakePool: turns a 4 KiB untyped into the pool of the next 512 ASIDs that have none. */
    ExceptionStatus decodeMakePool(long label, int length, long buffer) {
        if (!check(X86Invocations.MAKE_POOL_LABEL,
                label == InvocationLabel.X86_ASID_CONTROL_MAKE_POOL.number(), label)) {
            return illegalOperation();
        }
        if (!check(X86Invocations.MAKE_POOL_LENGTH, length >= 2, length, 2)
                || !check(X86Invocations.MAKE_POOL_EXTRA_CAPS, extraCap(0) != 0 && extraCap(1) != 0,
                        extraCap(0), extraCap(1))) {
            return truncatedMessage();
        }
        long index = getSyscallArg(0, buffer);
        long depth = getSyscallArg(1, buffer);
        long parentSlot = extraCap(0);
        untyped.load(memory, parentSlot);
        root.load(memory, extraCap(1));
        int pool = 0;
        while (pool < AsidMap.POOLS && memory.read(Asids.poolSlot((long) pool << AsidMap.LOW_BITS)) != 0) {
            pool++;
        }
        if (!check(X86Invocations.POOL_FREE, pool < AsidMap.POOLS, pool)) {
            return syscallError(SyscallError.DELETE_FIRST);
        }
        boolean suitable = untyped.is(CapType.UNTYPED)
                && UntypedCap.BLOCK_SIZE.get(untyped) == PageTableEntry.TABLE_BITS
                && !UntypedCap.IS_DEVICE.isSet(untyped);
        if (!check(X86Invocations.UNTYPED_SUITABLE, suitable, untyped.word0)) {
            return invalidCapability(1);
        }
        ExceptionStatus status = kernel.derivation().ensureNoChildren(parentSlot);
        if (!check(X86Invocations.UNTYPED_UNUSED, status == ExceptionStatus.NONE, parentSlot)) {
            return status;
        }
        status = kernel.cspace().lookupTargetSlot(root, index, depth);
        if (!check(X86Invocations.POOL_SLOT_FOUND, status == ExceptionStatus.NONE, index, depth)) {
            return status;
        }
        long destSlot = kernel.cspace().foundSlot();
        status = kernel.derivation().ensureEmptySlot(destSlot);
        if (!check(X86Invocations.POOL_SLOT_EMPTY, status == ExceptionStatus.NONE, destSlot)) {
            return status;
        }
        restartCurrentThread();
        return performASIDControlInvocation(UntypedCap.PTR.get(untyped), destSlot, parentSlot,
                (long) pool << AsidMap.LOW_BITS);
    }

    private ExceptionStatus performASIDControlInvocation(long frame, long slot, long parent, long asidBase) {
        enter(PERFORM_MAKE_POOL, frame, slot, parent, asidBase);
        long maxFreeIndex = 1L << UntypedCap.BLOCK_SIZE.get(memory, parent) - MIN_UNTYPED_BITS;
        UntypedCap.FREE_INDEX.set(memory, parent, maxFreeIndex);
        memory.clear(frame, 1L << PageTableEntry.TABLE_BITS);
        poolCap.clear(CapType.ASID_POOL);
        AsidPoolCap.ASID_BASE.set(poolCap, asidBase);
        AsidPoolCap.POOL.set(poolCap, frame);
        kernel.mdb().cteInsert(poolCap, parent, slot);
        memory.write(Asids.poolSlot(asidBase), frame);
        act(POOL_INSTALLED, asidBase, frame);
        return leave(ExceptionStatus.NONE);
    }

    /** ASIDPool_Assign: gives a PML4 the lowest free ASID of a pool. ASID 0 stands for none and is never given. */
    ExceptionStatus decodeAssign(long label, Cap cap) {
        if (!check(X86Invocations.ASSIGN_LABEL, label == InvocationLabel.X86_ASID_POOL_ASSIGN.number(), label)) {
            return illegalOperation();
        }
        long vspaceSlot = extraCap(0);
        if (!check(X86Invocations.ASSIGN_EXTRA_CAP, vspaceSlot != 0, vspaceSlot)) {
            return truncatedMessage();
        }
        vspaceCap.load(memory, vspaceSlot);
        boolean unassigned =
                kernel.vspace().isVTableRoot(vspaceCap) && Pml4Cap.MAPPED_ASID.get(vspaceCap) == Asids.INVALID;
        if (!check(X86Invocations.VSPACE_UNASSIGNED, unassigned, vspaceCap.word0)) {
            return invalidCapability(1);
        }
        long asidBase = AsidPoolCap.ASID_BASE.get(cap);
        long pool = memory.read(Asids.poolSlot(asidBase));
        if (!check(X86Invocations.POOL_EXISTS, pool != 0, asidBase)) {
            lookupFaultInvalidRoot();
            return failedLookup(false);
        }
        if (!check(X86Invocations.POOL_IS_THIS, pool == AsidPoolCap.POOL.get(cap), pool)) {
            return invalidCapability(0);
        }
        int i = 0;
        while (i < AsidMap.POOL_ENTRIES
                && (asidBase + i == Asids.INVALID || AsidMap.TYPE.get(memory, pool + 8L * i) != AsidMap.NONE)) {
            i++;
        }
        if (!check(X86Invocations.ASID_FREE, i < AsidMap.POOL_ENTRIES, asidBase + i)) {
            return syscallError(SyscallError.DELETE_FIRST);
        }
        restartCurrentThread();
        return performASIDPoolInvocation(asidBase + i, pool, vspaceSlot);
    }

    private ExceptionStatus performASIDPoolInvocation(long asid, long pool, long vspaceSlot) {
        enter(PERFORM_ASSIGN, asid, pool, vspaceSlot);
        Pml4Cap.MAPPED_ASID.set(memory, vspaceSlot, asid);
        Pml4Cap.IS_MAPPED.set(memory, vspaceSlot, 1);
        long vspace = Pml4Cap.BASE_PTR.get(memory, vspaceSlot);
        memory.write(Asids.mapAddress(pool, asid), AsidMap.VSPACE_ROOT.put(AsidMap.VSPACE, vspace));
        act(ASSIGNED, asid, vspace);
        return leave(ExceptionStatus.NONE);
    }
}
