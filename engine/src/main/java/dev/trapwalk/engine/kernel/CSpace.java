package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Finds the capability that a CPtr stands for: guard by guard, level by level (kernel/cspace.c, manual section
 * "Capability Addressing").
 *
 * <p>There are two kinds of lookup. A thread's own CPtr is resolved with all 64 bits and may stop early, at a
 * capability that is no CNode. An operation on CNodes names a root, an index and a depth, and must use up all bits of
 * the depth, because it wants a slot and not what lies in it.
 *
 * <p>A lookup returns its status; the slot found and the address bits left over are read from {@link #foundSlot()} and
 * {@link #bitsRemaining()}, which hold until the next lookup.
 */
public final class CSpace extends InvocationPart {

    /** Number of address bits of a CPtr: wordBits. */
    public static final int WORD_BITS = 64;

    static final KernelFunction LOOKUP_CAP =
            KernelFunction.of(CSpace.class, "lookupCap", Phase.LOOKUP, "thread:tcb", "cptr:cptr");
    static final KernelFunction LOOKUP_CAP_AND_SLOT =
            KernelFunction.of(CSpace.class, "lookupCapAndSlot", Phase.LOOKUP, "thread:tcb", "cptr:cptr");
    static final KernelFunction LOOKUP_SLOT =
            KernelFunction.of(CSpace.class, "lookupSlot", Phase.LOOKUP, "thread:tcb", "cptr:cptr");

    static final KernelFunction LOOKUP_SLOT_FOR_C_NODE_OP = KernelFunction.of(CSpace.class, "lookupSlotForCNodeOp",
            Phase.DECODE, "isSource:flag", "root:cap", "cptr", "depth:count");
    static final KernelPoint ROOT_IS_CNODE = LOOKUP_SLOT_FOR_C_NODE_OP.check("root_is_cnode", "root:cap");
    static final KernelPoint DEPTH_IN_RANGE = LOOKUP_SLOT_FOR_C_NODE_OP.check("depth_in_range", "depth:count");
    static final KernelPoint ADDRESS_RESOLVED = LOOKUP_SLOT_FOR_C_NODE_OP.check("address_resolved");
    static final KernelPoint NO_BITS_REMAINING =
            LOOKUP_SLOT_FOR_C_NODE_OP.check("no_bits_remaining", "bitsRemaining:count");

    static final KernelFunction LOOKUP_SOURCE_SLOT =
            KernelFunction.of(CSpace.class, "lookupSourceSlot", Phase.DECODE, "root:cap", "cptr", "depth:count");
    static final KernelFunction LOOKUP_TARGET_SLOT =
            KernelFunction.of(CSpace.class, "lookupTargetSlot", Phase.DECODE, "root:cap", "cptr", "depth:count");
    static final KernelFunction LOOKUP_PIVOT_SLOT =
            KernelFunction.of(CSpace.class, "lookupPivotSlot", Phase.DECODE, "root:cap", "cptr", "depth:count");

    static final KernelFunction RESOLVE_ADDRESS_BITS =
            KernelFunction.of(CSpace.class, "resolveAddressBits", Phase.LOOKUP, "nodeCap:cap", "cptr", "n_bits:count");
    static final KernelPoint NODE_IS_CNODE = RESOLVE_ADDRESS_BITS.check("node_is_cnode", "nodeCap:cap");
    static final KernelPoint LEVEL = RESOLVE_ADDRESS_BITS.action("level", "nodeCap:cap", "guardBits:count",
            "radixBits:count", "n_bits:count");
    static final KernelPoint GUARD_MATCHES = RESOLVE_ADDRESS_BITS.check("guard_matches", "guard", "capGuard",
            "guardBits:count", "n_bits:count");
    static final KernelPoint ENOUGH_BITS =
            RESOLVE_ADDRESS_BITS.check("enough_bits", "levelBits:count", "n_bits:count");
    static final KernelPoint SLOT_INDEXED = RESOLVE_ADDRESS_BITS.action("slot_indexed", "slot:slot", "offset");
    static final KernelPoint ALL_BITS_RESOLVED =
            RESOLVE_ADDRESS_BITS.branch("all_bits_resolved", "bitsRemaining:count");
    static final KernelPoint SLOT_HOLDS_CNODE =
            RESOLVE_ADDRESS_BITS.branch("slot_holds_cnode", "slot:slot", "cap:cap", "bitsRemaining:count");

    private final Cap threadRoot = new Cap();
    private long foundSlot;
    private int bitsRemaining;

    public CSpace(Kernel kernel) {
        super(kernel);
    }

    /** Slot that the last successful lookup found; 0 after a failed one. */
    public long foundSlot() {
        return foundSlot;
    }

    /** Address bits that the last lookup left unresolved, 0..64. */
    public int bitsRemaining() {
        return bitsRemaining;
    }

    /**
     * Copies the capability that a thread's CPtr leads to into {@code result}; the null capability if the lookup fails.
     *
     * @return NONE, or LOOKUP_FAULT with current_lookup_fault set
     */
    public ExceptionStatus lookupCap(long thread, long cptr, Cap result) {
        enter(LOOKUP_CAP, thread, cptr);
        ExceptionStatus status = lookupSlot(thread, cptr);
        if (status != ExceptionStatus.NONE) {
            result.clear();
            return leave(status);
        }
        result.load(memory, foundSlot);
        return leave(ExceptionStatus.NONE);
    }

    /** As {@link #lookupCap}; the caller also wants the slot, see {@link #foundSlot()}. */
    public ExceptionStatus lookupCapAndSlot(long thread, long cptr, Cap result) {
        enter(LOOKUP_CAP_AND_SLOT, thread, cptr);
        ExceptionStatus status = lookupSlot(thread, cptr);
        if (status != ExceptionStatus.NONE) {
            result.clear();
            return leave(status);
        }
        result.load(memory, foundSlot);
        return leave(ExceptionStatus.NONE);
    }

    /** Resolves a CPtr in a thread's CSpace, with all its 64 bits; bits left over at a non-CNode are ignored. */
    public ExceptionStatus lookupSlot(long thread, long cptr) {
        enter(LOOKUP_SLOT, thread, cptr);
        threadRoot.load(memory, Tcb.slot(thread, Tcb.CTABLE));
        return leave(resolveAddressBits(threadRoot, cptr, WORD_BITS));
    }

    /** Slot to take a capability from, for a CNode operation. */
    public ExceptionStatus lookupSourceSlot(Cap root, long cptr, long depth) {
        enter(LOOKUP_SOURCE_SLOT, root.word0, cptr, depth);
        return leave(lookupSlotForCNodeOp(true, root, cptr, depth));
    }

    /** Slot that a CNode operation works on. */
    public ExceptionStatus lookupTargetSlot(Cap root, long cptr, long depth) {
        enter(LOOKUP_TARGET_SLOT, root.word0, cptr, depth);
        return leave(lookupSlotForCNodeOp(false, root, cptr, depth));
    }

    /** Middle slot of CNode_Rotate. A failure counts as one of the source. */
    public ExceptionStatus lookupPivotSlot(Cap root, long cptr, long depth) {
        enter(LOOKUP_PIVOT_SLOT, root.word0, cptr, depth);
        return leave(lookupSlotForCNodeOp(true, root, cptr, depth));
    }

    /**
     * Finds the slot that a root, an index and a depth name exactly. Only here is it wrong to stop before the last bit:
     * the slot would not be the one the caller means.
     *
     * @return NONE, or SYSCALL_ERROR with FailedLookup or RangeError
     */
    private ExceptionStatus lookupSlotForCNodeOp(boolean isSource, Cap root, long cptr, long depth) {
        enter(LOOKUP_SLOT_FOR_C_NODE_OP, isSource ? 1 : 0, root.word0, cptr, depth);
        foundSlot = 0;
        if (!check(ROOT_IS_CNODE, root.is(CapType.CNODE), root.word0)) {
            lookupFaultInvalidRoot();
            return leave(failedLookup(isSource));
        }
        if (!check(DEPTH_IN_RANGE, depth >= 1 && depth <= WORD_BITS, depth)) {
            return leave(rangeError(1, WORD_BITS));
        }
        if (!check(ADDRESS_RESOLVED, resolveAddressBits(root, cptr, (int) depth) == ExceptionStatus.NONE)) {
            return leave(failedLookup(isSource));
        }
        if (!check(NO_BITS_REMAINING, bitsRemaining == 0, bitsRemaining)) {
            foundSlot = 0;
            lookupFaultDepthMismatch(0, bitsRemaining);
            return leave(failedLookup(isSource));
        }
        return leave(ExceptionStatus.NONE);
    }

    /**
     * Walks down a CSpace: at each CNode the next bits of the address must equal the guard, and the bits after them
     * index the table. Ends when all bits are used up, or early at a slot that holds no CNode.
     *
     * @param bits number of low bits of {@code cptr} to resolve, 1..64
     * @return NONE, or LOOKUP_FAULT with current_lookup_fault set to invalid root, guard mismatch or depth mismatch
     */
    public ExceptionStatus resolveAddressBits(Cap nodeCap, long cptr, int bits) {
        enter(RESOLVE_ADDRESS_BITS, nodeCap.word0, cptr, bits);
        foundSlot = 0;
        bitsRemaining = bits;
        long node = nodeCap.word0;
        long capGuard = nodeCap.word1;
        if (!check(NODE_IS_CNODE, isCNode(node), node)) {
            lookupFaultInvalidRoot();
            return leave(ExceptionStatus.LOOKUP_FAULT);
        }
        while (true) {
            int radixBits = (int) CNodeCap.RADIX.in(node);
            int guardBits = (int) CNodeCap.GUARD_SIZE.in(node);
            int levelBits = radixBits + guardBits;
            act(LEVEL, node, guardBits, radixBits, bits);
            // Java masks the shift distance to six bits as the C code does: 64 bits behind an empty guard must not
            // matter.
            long guard = (cptr >>> (bits - guardBits)) & mask(guardBits);
            if (!check(GUARD_MATCHES, guardBits <= bits && guard == capGuard, guard, capGuard, guardBits, bits)) {
                lookupFaultGuardMismatch(capGuard, bits, guardBits);
                return leave(ExceptionStatus.LOOKUP_FAULT);
            }
            if (!check(ENOUGH_BITS, levelBits <= bits, levelBits, bits)) {
                lookupFaultDepthMismatch(levelBits, bits);
                return leave(ExceptionStatus.LOOKUP_FAULT);
            }
            bits -= levelBits;
            long offset = (cptr >>> bits) & mask(radixBits);
            long slot = CNodeCap.PTR.in(node) + offset * Cte.BYTES;
            act(SLOT_INDEXED, slot, offset);
            if (check(ALL_BITS_RESOLVED, bits == 0, bits)) {
                return leave(found(slot, 0));
            }
            node = memory.read(slot);
            if (!check(SLOT_HOLDS_CNODE, isCNode(node), slot, node, bits)) {
                return leave(found(slot, bits));
            }
            capGuard = memory.read(slot + 8);
        }
    }

    private ExceptionStatus found(long slot, int remaining) {
        foundSlot = slot;
        bitsRemaining = remaining;
        return ExceptionStatus.NONE;
    }

    private static boolean isCNode(long word0) {
        return CapType.TYPE.in(word0) == CapType.CNODE.tag();
    }

    private static long mask(int bits) {
        return (1L << bits) - 1;
    }
}
