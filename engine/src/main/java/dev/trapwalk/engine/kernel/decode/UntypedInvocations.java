package dev.trapwalk.engine.kernel.decode;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.UntypedCap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Untyped_Retype (object/untyped.c, manual section "seL4_Untyped"): turns free memory of an untyped capability into
 * kernel objects and puts their capabilities into a CNode. Performing it is the work of {@link UntypedRetype}.
 */
public final class UntypedInvocations extends InvocationPart {

    static final KernelFunction DECODE = KernelFunction.of(UntypedInvocations.class, "decodeUntypedInvocation",
            Phase.DECODE, "label:label", "length:count", "slot:slot", "cap:cap");
    static final KernelPoint LABEL = DECODE.check("label", "label:label");
    static final KernelPoint LENGTH_AND_ROOT =
            DECODE.check("length_and_root", "length:count", "needed:count", "rootSlot:slot");
    static final KernelPoint TYPE_EXISTS = DECODE.check("type_exists", "newType:count");
    static final KernelPoint SIZE_POSSIBLE = DECODE.check("size_possible", "userObjSize:count", "objectSize:count");
    static final KernelPoint CNODE_HAS_SLOTS = DECODE.check("cnode_has_slots", "newType:count", "userObjSize:count");
    static final KernelPoint UNTYPED_BIG_ENOUGH =
            DECODE.check("untyped_big_enough", "newType:count", "userObjSize:count");
    static final KernelPoint ROOT_IS_DESTINATION = DECODE.branch("root_is_destination", "nodeDepth:count");
    static final KernelPoint DESTINATION_FOUND =
            DECODE.check("destination_found", "nodeIndex", "nodeDepth:count");
    static final KernelPoint DESTINATION_IS_CNODE = DECODE.check("destination_is_cnode", "nodeCap:cap");
    static final KernelPoint OFFSET_IN_NODE = DECODE.check("offset_in_node", "nodeOffset:count", "nodeSize:count");
    static final KernelPoint WINDOW_IN_LIMIT = DECODE.check("window_in_limit", "nodeWindow:count", "limit:count");
    static final KernelPoint WINDOW_IN_NODE =
            DECODE.check("window_in_node", "nodeWindow:count", "nodeSize:count", "nodeOffset:count");
    static final KernelPoint SLOTS_EMPTY = DECODE.check("slots_empty", "slot:slot");
    static final KernelPoint HAS_CHILDREN = DECODE.branch("has_children", "slot:slot", "freeIndex:count");
    static final KernelPoint ENOUGH_MEMORY =
            DECODE.check("enough_memory", "freeBytes", "objectSize:count", "nodeWindow:count");
    static final KernelPoint ALLOWED_ON_DEVICE = DECODE.check("allowed_on_device", "deviceMemory:flag",
            "newType:count");
    static final KernelPoint REGION_CHOSEN = DECODE.action("region_chosen", "freeRef", "alignedFreeRef");

    static final KernelFunction ALIGN_UP =
            KernelFunction.of(UntypedInvocations.class, "alignUp", Phase.DECODE, "baseValue", "alignment:count");

    /** seL4_MaxUntypedBits. */
    private static final int MAX_UNTYPED_BITS = 47;
    private static final int WORD_BITS = 64;
    private static final int ARGUMENTS = 6;

    private final UntypedRetype retype;
    private final Cap nodeCap = new Cap();

    public UntypedInvocations(Kernel kernel) {
        super(kernel);
        retype = new UntypedRetype(kernel);
    }

    /**
     * Decodes an invocation of an untyped capability and performs it.
     *
     * @param slot where the untyped capability lies; its free index is advanced there
     * @return NONE, SYSCALL_ERROR or PREEMPTED
     */
    public ExceptionStatus decodeUntypedInvocation(long label, int length, long slot, Cap cap, boolean call,
            long buffer) {
        enter(DECODE, label, length, slot, cap.word0);
        if (!check(LABEL, label == InvocationLabel.UNTYPED_RETYPE.number(), label)) {
            return leave(illegalOperation());
        }
        long rootSlot = extraCap(0);
        if (!check(LENGTH_AND_ROOT, length >= ARGUMENTS && rootSlot != 0, length, ARGUMENTS, rootSlot)) {
            return leave(truncatedMessage());
        }
        long newType = getSyscallArg(0, buffer);
        long userObjSize = getSyscallArg(1, buffer);
        ObjectType type = ObjectType.of(newType);
        if (!check(TYPE_EXISTS, type != null, newType)) {
            return leave(invalidArgument(0));
        }
        long objectSize = kernel.objects().getObjectSize(type, userObjSize);
        ExceptionStatus status = checkSize(type, userObjSize, objectSize);
        if (status != ExceptionStatus.NONE) {
            return leave(status);
        }
        status = findDestination(rootSlot, getSyscallArg(2, buffer), getSyscallArg(3, buffer));
        if (status != ExceptionStatus.NONE) {
            return leave(status);
        }
        long nodeOffset = getSyscallArg(4, buffer);
        long nodeWindow = getSyscallArg(5, buffer);
        status = checkWindow(nodeOffset, nodeWindow);
        if (status != ExceptionStatus.NONE) {
            return leave(status);
        }
        // Without children the memory may be given out from the start again, whatever the capability says.
        boolean reset = kernel.derivation().ensureNoChildren(slot) == ExceptionStatus.NONE;
        long freeIndex = reset ? 0 : UntypedCap.FREE_INDEX.get(cap);
        check(HAS_CHILDREN, !reset, slot, freeIndex);
        long freeBytes = (1L << UntypedCap.BLOCK_SIZE.get(cap)) - (freeIndex << UntypedCap.MIN_BITS);
        // Alignment cannot make it fail: what fits at all also fits at the right-hand end of the region.
        if (!check(ENOUGH_MEMORY, freeBytes >>> objectSize >= nodeWindow, freeBytes, objectSize, nodeWindow)) {
            memory.write(KernelGlobals.SYSCALL_ERROR_MEMORY_LEFT, freeBytes);
            return leave(syscallError(SyscallError.NOT_ENOUGH_MEMORY));
        }
        boolean device = UntypedCap.IS_DEVICE.isSet(cap);
        if (!check(ALLOWED_ON_DEVICE,
                !device || kernel.x86().objects().Arch_isFrameType(type) || type == ObjectType.UNTYPED,
                device ? 1 : 0, newType)) {
            return leave(invalidArgument(1));
        }
        long freeRef = UntypedCap.PTR.get(cap) + (freeIndex << UntypedCap.MIN_BITS);
        long alignedFreeRef = alignUp(freeRef, objectSize);
        act(REGION_CHOSEN, freeRef, alignedFreeRef);
        restartCurrentThread();
        return leave(retype.invokeUntyped_Retype(slot, reset, alignedFreeRef, type, (int) userObjSize,
                CNodeCap.PTR.get(nodeCap), nodeOffset, nodeWindow, device));
    }

    private ExceptionStatus checkSize(ObjectType type, long userObjSize, long objectSize) {
        if (!check(SIZE_POSSIBLE, Long.compareUnsigned(userObjSize, WORD_BITS) < 0
                && Long.compareUnsigned(objectSize, MAX_UNTYPED_BITS) <= 0, userObjSize, objectSize)) {
            return rangeError(0, MAX_UNTYPED_BITS);
        }
        if (!check(CNODE_HAS_SLOTS, type != ObjectType.CNODE || userObjSize != 0, type.number(), userObjSize)) {
            return invalidArgument(1);
        }
        if (!check(UNTYPED_BIG_ENOUGH, type != ObjectType.UNTYPED || userObjSize >= UntypedCap.MIN_BITS, type.number(),
                userObjSize)) {
            return invalidArgument(1);
        }
        return ExceptionStatus.NONE;
    }

    /** Finds the CNode that gets the capabilities, into {@link #nodeCap}: the root itself for depth 0. */
    private ExceptionStatus findDestination(long rootSlot, long nodeIndex, long nodeDepth) {
        nodeCap.load(memory, rootSlot);
        if (!check(ROOT_IS_DESTINATION, nodeDepth == 0, nodeDepth)) {
            ExceptionStatus status = kernel.cspace().lookupTargetSlot(nodeCap, nodeIndex, nodeDepth);
            if (!check(DESTINATION_FOUND, status == ExceptionStatus.NONE, nodeIndex, nodeDepth)) {
                return status;
            }
            nodeCap.load(memory, kernel.cspace().foundSlot());
        }
        if (!check(DESTINATION_IS_CNODE, nodeCap.is(CapType.CNODE), nodeCap.word0)) {
            lookupFaultMissingCapability(nodeDepth);
            return failedLookup(false);
        }
        return ExceptionStatus.NONE;
    }

    /** Checks that the slots to fill exist, are not too many, and are empty. */
    private ExceptionStatus checkWindow(long nodeOffset, long nodeWindow) {
        long nodeSize = 1L << CNodeCap.RADIX.get(nodeCap);
        if (!check(OFFSET_IN_NODE, Long.compareUnsigned(nodeOffset, nodeSize - 1) <= 0, nodeOffset, nodeSize)) {
            return rangeError(0, nodeSize - 1);
        }
        int limit = kernel.config().retypeFanOutLimit();
        if (!check(WINDOW_IN_LIMIT, nodeWindow >= 1 && nodeWindow <= limit, nodeWindow, limit)) {
            return rangeError(1, limit);
        }
        if (!check(WINDOW_IN_NODE, nodeWindow <= nodeSize - nodeOffset, nodeWindow, nodeSize, nodeOffset)) {
            return rangeError(1, nodeSize - nodeOffset);
        }
        long firstSlot = CNodeCap.PTR.get(nodeCap) + nodeOffset * Cte.BYTES;
        for (long i = 0; i < nodeWindow; i++) {
            long slot = firstSlot + i * Cte.BYTES;
            ExceptionStatus status = kernel.derivation().ensureEmptySlot(slot);
            if (!check(SLOTS_EMPTY, status == ExceptionStatus.NONE, slot)) {
                return status;
            }
        }
        return ExceptionStatus.NONE;
    }

    /** Rounds an address up to a multiple of 2^alignment. */
    private long alignUp(long baseValue, long alignment) {
        enter(ALIGN_UP, baseValue, alignment);
        return leave(baseValue + (1L << alignment) - 1 & -(1L << alignment));
    }
}
