package dev.trapwalk.engine.kernel.decode;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelPart;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.UntypedCap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Performs Untyped_Retype. Memory that held objects before is cleared first, from its end down in chunks, so that
 * clearing a large untyped can be preempted: the free index in the capability says how far it has come.
 */
final class UntypedRetype extends KernelPart {

    static final KernelFunction RESET_UNTYPED_CAP =
            KernelFunction.of(UntypedRetype.class, "resetUntypedCap", Phase.PERFORM, "srcSlot:slot");
    static final KernelPoint WAS_USED = RESET_UNTYPED_CAP.branch("was_used", "offset");
    static final KernelPoint AT_ONCE = RESET_UNTYPED_CAP.branch("at_once", "deviceMemory:flag", "blockSize:count");
    static final KernelPoint CLEARED_AT_ONCE = RESET_UNTYPED_CAP.action("cleared_at_once", "regionBase");
    static final KernelPoint CHUNK_CLEARED = RESET_UNTYPED_CAP.action("chunk_cleared", "chunk", "freeIndex:count");

    static final KernelFunction INVOKE_UNTYPED_RETYPE = KernelFunction.of(UntypedRetype.class, "invokeUntyped_Retype",
            Phase.PERFORM, "srcSlot:slot", "reset:flag", "retypeBase", "newType:count");
    static final KernelPoint RESET_NEEDED = INVOKE_UNTYPED_RETYPE.branch("reset_needed", "reset:flag");
    static final KernelPoint RESET_DONE = INVOKE_UNTYPED_RETYPE.check("reset_done", "srcSlot:slot");
    static final KernelPoint FREE_INDEX_ADVANCED =
            INVOKE_UNTYPED_RETYPE.action("free_index_advanced", "srcSlot:slot", "freeIndex:count");

    /** CONFIG_RESET_CHUNK_BITS: 256 bytes are cleared between two preemption points. */
    private static final int RESET_CHUNK_BITS = 8;

    private final Cap untyped = new Cap();

    UntypedRetype(Kernel kernel) {
        super(kernel);
    }

    /**
     * Clears what was given out of a childless untyped. Device memory is not cleared, and small regions are cleared at
     * once.
     *
     * @return NONE or PREEMPTED
     */
    private ExceptionStatus resetUntypedCap(long srcSlot) {
        enter(RESET_UNTYPED_CAP, srcSlot);
        untyped.load(memory, srcSlot);
        long blockSize = UntypedCap.BLOCK_SIZE.get(untyped);
        long regionBase = UntypedCap.PTR.get(untyped);
        long offset = UntypedCap.FREE_INDEX.get(untyped) << UntypedCap.MIN_BITS;
        boolean device = UntypedCap.IS_DEVICE.isSet(untyped);
        if (!check(WAS_USED, offset != 0, offset)) {
            return leave(ExceptionStatus.NONE);
        }
        if (check(AT_ONCE, device || blockSize < RESET_CHUNK_BITS, device ? 1 : 0, blockSize)) {
            if (!device) {
                memory.clear(regionBase, 1L << blockSize);
            }
            UntypedCap.FREE_INDEX.set(memory, srcSlot, 0);
            act(CLEARED_AT_ONCE, regionBase);
            return leave(ExceptionStatus.NONE);
        }
        long chunk = 1L << RESET_CHUNK_BITS;
        for (offset = offset - 1 & -chunk; offset >= 0; offset -= chunk) {
            memory.clear(regionBase + offset, chunk);
            UntypedCap.FREE_INDEX.set(memory, srcSlot, offset >>> UntypedCap.MIN_BITS);
            act(CHUNK_CLEARED, regionBase + offset, offset >>> UntypedCap.MIN_BITS);
            ExceptionStatus status = kernel.preemption().preemptionPoint();
            if (status != ExceptionStatus.NONE) {
                return leave(status);
            }
        }
        return leave(ExceptionStatus.NONE);
    }

    /**
     * Performs Untyped_Retype.
     *
     * @param reset whether the untyped has no children, so that its memory is cleared and given out from the start
     * @param retypeBase where the first object goes, aligned to its size
     * @param userSize size_bits as the user gave them
     * @return NONE or PREEMPTED
     */
    ExceptionStatus invokeUntyped_Retype(long srcSlot, boolean reset, long retypeBase, ObjectType newType, int userSize,
            long destCNode, long destOffset, long destLength, boolean deviceMemory) {
        enter(INVOKE_UNTYPED_RETYPE, srcSlot, reset ? 1 : 0, retypeBase, newType.number());
        untyped.load(memory, srcSlot);
        long regionBase = UntypedCap.PTR.get(untyped);
        if (check(RESET_NEEDED, reset, reset ? 1 : 0)) {
            ExceptionStatus status = resetUntypedCap(srcSlot);
            if (!check(RESET_DONE, status == ExceptionStatus.NONE, srcSlot)) {
                return leave(status);
            }
        }
        long freeRef = retypeBase + (destLength << kernel.objects().getObjectSize(newType, userSize));
        long freeIndex = freeRef - regionBase >>> UntypedCap.MIN_BITS;
        UntypedCap.FREE_INDEX.set(memory, srcSlot, freeIndex);
        act(FREE_INDEX_ADVANCED, srcSlot, freeIndex);
        kernel.objects().createNewObjects(newType, srcSlot, destCNode, destOffset, destLength, retypeBase, userSize,
                deviceMemory);
        return leave(ExceptionStatus.NONE);
    }
}
