package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.ReplyCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.UntypedCap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * The mapping database: which capability was derived from which, as one doubly linked list of slots (object/cnode.c).
 *
 * <p>The list is a derivation tree written down in preorder: a capability's descendants follow it directly. Where the
 * subtree ends is not stored; {@link Derivation#isMDBParentOf} tells it from the capabilities themselves and two flags
 * in each node. That is why every insertion puts the new slot directly behind its parent.
 */
public final class Mdb extends KernelPart {

    static final KernelFunction SET_UNTYPED_CAP_AS_FULL = KernelFunction.of(Mdb.class, "setUntypedCapAsFull",
            Phase.PERFORM, "srcCap:cap", "newCap:cap", "srcSlot:slot");
    static final KernelPoint BOTH_UNTYPED =
            SET_UNTYPED_CAP_AS_FULL.branch("both_untyped", "srcCap:cap", "newCap:cap");
    static final KernelPoint SAME_UNTYPED =
            SET_UNTYPED_CAP_AS_FULL.branch("same_untyped", "srcCap:cap", "newCap:cap");
    static final KernelPoint MARKED_FULL =
            SET_UNTYPED_CAP_AS_FULL.action("marked_full", "srcSlot:slot", "capFreeIndex:count");

    static final KernelFunction CTE_INSERT =
            KernelFunction.of(Mdb.class, "cteInsert", Phase.PERFORM, "newCap:cap", "srcSlot:slot", "destSlot:slot");
    static final KernelPoint CAP_INSERTED =
            CTE_INSERT.action("cap_inserted", "destSlot:slot", "newCap:cap", "revocable:flag");
    static final KernelPoint LINKED_AFTER_SOURCE =
            CTE_INSERT.action("linked_after_source", "srcSlot:slot", "destSlot:slot", "next:slot");

    static final KernelFunction CTE_MOVE =
            KernelFunction.of(Mdb.class, "cteMove", Phase.PERFORM, "newCap:cap", "srcSlot:slot", "destSlot:slot");
    static final KernelPoint CAP_MOVED = CTE_MOVE.action("cap_moved", "srcSlot:slot", "destSlot:slot", "newCap:cap");
    static final KernelPoint MOVE_RELINKED =
            CTE_MOVE.action("relinked", "prev:slot", "destSlot:slot", "next:slot");

    static final KernelFunction CAP_SWAP_FOR_DELETE =
            KernelFunction.of(Mdb.class, "capSwapForDelete", Phase.PERFORM, "slot1:slot", "slot2:slot");
    static final KernelPoint SLOTS_DIFFER =
            CAP_SWAP_FOR_DELETE.branch("slots_differ", "slot1:slot", "slot2:slot");

    static final KernelFunction CTE_SWAP = KernelFunction.of(Mdb.class, "cteSwap", Phase.PERFORM, "cap1:cap",
            "slot1:slot", "cap2:cap", "slot2:slot");
    static final KernelPoint CAPS_SWAPPED = CTE_SWAP.action("caps_swapped", "slot1:slot", "slot2:slot");
    static final KernelPoint NODES_SWAPPED = CTE_SWAP.action("nodes_swapped", "slot1:slot", "slot2:slot");

    static final KernelFunction INSERT_NEW_CAP =
            KernelFunction.of(Mdb.class, "insertNewCap", Phase.PERFORM, "parent:slot", "slot:slot", "cap:cap");
    static final KernelPoint CHILD_INSERTED =
            INSERT_NEW_CAP.action("child_inserted", "parent:slot", "slot:slot", "next:slot", "cap:cap");

    static final KernelFunction SETUP_REPLY_MASTER =
            KernelFunction.of(Mdb.class, "setupReplyMaster", Phase.PERFORM, "thread:tcb");
    static final KernelPoint REPLY_SLOT_EMPTY = SETUP_REPLY_MASTER.branch("reply_slot_empty", "slot:slot");
    static final KernelPoint MASTER_CREATED = SETUP_REPLY_MASTER.action("master_created", "slot:slot", "thread:tcb");

    private static final int PREV = 16;
    private static final int NEXT = 24;

    private final Cap sourceCap = new Cap();
    private final Cap swappedCap1 = new Cap();
    private final Cap swappedCap2 = new Cap();
    private final Cap replyCap = new Cap();

    public Mdb(Kernel kernel) {
        super(kernel);
    }

    /**
     * Keeps the memory of an untyped capability from being given out twice: when an untyped is copied, the original
     * becomes full, so that only the copy can still be retyped.
     */
    private void setUntypedCapAsFull(Cap srcCap, Cap newCap, long srcSlot) {
        enter(SET_UNTYPED_CAP_AS_FULL, srcCap.word0, newCap.word0, srcSlot);
        if (check(BOTH_UNTYPED, srcCap.is(CapType.UNTYPED) && newCap.is(CapType.UNTYPED), srcCap.word0, newCap.word0)
                && check(SAME_UNTYPED, UntypedCap.PTR.get(srcCap) == UntypedCap.PTR.get(newCap)
                        && UntypedCap.BLOCK_SIZE.get(srcCap) == UntypedCap.BLOCK_SIZE.get(newCap),
                        srcCap.word0, newCap.word0)) {
            long full = 1L << (UntypedCap.BLOCK_SIZE.get(srcCap) - UntypedCap.MIN_BITS);
            UntypedCap.FREE_INDEX.set(memory, srcSlot, full);
            act(MARKED_FULL, srcSlot, full);
        }
        leave();
    }

    /**
     * Puts a derived capability into an empty slot, as the first child (or the next sibling) of the capability it was
     * derived from.
     *
     * @param newCap what to insert; not changed
     * @param srcSlot slot of the capability it was derived from
     * @param destSlot empty slot
     */
    public void cteInsert(Cap newCap, long srcSlot, long destSlot) {
        enter(CTE_INSERT, newCap.word0, srcSlot, destSlot);
        long srcNext = memory.read(srcSlot + NEXT);
        sourceCap.load(memory, srcSlot);
        boolean revocable = kernel.capabilities().isCapRevocable(newCap, sourceCap);
        long flag = revocable ? 1 : 0;
        long newNext = Cte.MDB_FIRST_BADGED.put(Cte.MDB_REVOCABLE.put(srcNext, flag), flag);
        setUntypedCapAsFull(sourceCap, newCap, srcSlot);
        newCap.store(memory, destSlot);
        memory.write(destSlot + PREV, srcSlot);
        memory.write(destSlot + NEXT, newNext);
        act(CAP_INSERTED, destSlot, newCap.word0, flag);
        memory.write(srcSlot + NEXT, Cte.MDB_NEXT.put(srcNext, destSlot));
        long next = Cte.MDB_NEXT.in(newNext);
        if (next != 0) {
            memory.write(next + PREV, destSlot);
        }
        act(LINKED_AFTER_SOURCE, srcSlot, destSlot, next);
        leave();
    }

    /**
     * Moves a capability, perhaps changed on the way, to an empty slot: it keeps its place in the database.
     *
     * @param newCap what the destination gets; not changed
     */
    public void cteMove(Cap newCap, long srcSlot, long destSlot) {
        enter(CTE_MOVE, newCap.word0, srcSlot, destSlot);
        long prev = memory.read(srcSlot + PREV);
        long nextWord = memory.read(srcSlot + NEXT);
        newCap.store(memory, destSlot);
        clearCap(srcSlot);
        memory.write(destSlot + PREV, prev);
        memory.write(destSlot + NEXT, nextWord);
        clearNode(srcSlot);
        act(CAP_MOVED, srcSlot, destSlot, newCap.word0);
        long next = Cte.MDB_NEXT.in(nextWord);
        relinkNeighbours(prev, next, destSlot);
        act(MOVE_RELINKED, prev, destSlot, next);
        leave();
    }

    /**
     * Swaps two capabilities during a deletion, so that a zombie comes to lie in a slot that its CNode does not hold.
     */
    void capSwapForDelete(long slot1, long slot2) {
        enter(CAP_SWAP_FOR_DELETE, slot1, slot2);
        if (check(SLOTS_DIFFER, slot1 != slot2, slot1, slot2)) {
            swappedCap1.load(memory, slot1);
            swappedCap2.load(memory, slot2);
            cteSwap(swappedCap1, slot1, swappedCap2, slot2);
        }
        leave();
    }

    /**
     * Swaps two capabilities and their places in the database.
     *
     * @param cap1 what slot 2 gets
     * @param cap2 what slot 1 gets
     */
    public void cteSwap(Cap cap1, long slot1, Cap cap2, long slot2) {
        enter(CTE_SWAP, cap1.word0, slot1, cap2.word0, slot2);
        cap2.store(memory, slot1);
        cap1.store(memory, slot2);
        act(CAPS_SWAPPED, slot1, slot2);
        long prev1 = memory.read(slot1 + PREV);
        long next1 = memory.read(slot1 + NEXT);
        relinkNeighbours(prev1, Cte.MDB_NEXT.in(next1), slot2);
        // Read only now: when the two slots are neighbours, the line above changed slot 2's node.
        long prev2 = memory.read(slot2 + PREV);
        long next2 = memory.read(slot2 + NEXT);
        memory.write(slot1 + PREV, prev2);
        memory.write(slot1 + NEXT, next2);
        memory.write(slot2 + PREV, prev1);
        memory.write(slot2 + NEXT, next1);
        relinkNeighbours(prev2, Cte.MDB_NEXT.in(next2), slot1);
        act(NODES_SWAPPED, slot1, slot2);
        leave();
    }

    /** Puts the capability of a new object into an empty slot, as first child of the untyped it was made from. */
    public void insertNewCap(long parent, long slot, Cap cap) {
        enter(INSERT_NEW_CAP, parent, slot, cap.word0);
        long next = Cte.MDB_NEXT.get(memory, parent);
        cap.store(memory, slot);
        memory.write(slot + PREV, parent);
        memory.write(slot + NEXT, Cte.MDB_FIRST_BADGED.put(Cte.MDB_REVOCABLE.put(Cte.MDB_NEXT.put(0, next), 1), 1));
        if (next != 0) {
            memory.write(next + PREV, slot);
        }
        Cte.MDB_NEXT.set(memory, parent, slot);
        act(CHILD_INSERTED, parent, slot, next, cap.word0);
        leave();
    }

    /**
     * Gives a thread its master reply capability if it has none: reply capabilities to it are derived from that one.
     */
    public void setupReplyMaster(long thread) {
        enter(SETUP_REPLY_MASTER, thread);
        long slot = Tcb.slot(thread, Tcb.REPLY);
        if (check(REPLY_SLOT_EMPTY, CapType.TYPE.get(memory, slot) == CapType.NULL.tag(), slot)) {
            replyCap.clear(CapType.REPLY);
            ReplyCap.CAN_GRANT.set(replyCap, 1);
            ReplyCap.MASTER.set(replyCap, 1);
            ReplyCap.TCB_PTR.set(replyCap, thread);
            replyCap.store(memory, slot);
            memory.write(slot + PREV, 0);
            memory.write(slot + NEXT, Cte.MDB_FIRST_BADGED.put(Cte.MDB_REVOCABLE.put(0, 1), 1));
            act(MASTER_CREATED, slot, thread);
        }
        leave();
    }

    /** Makes the capability of a slot null; its node stays. */
    void clearCap(long slot) {
        memory.write(slot, 0);
        memory.write(slot + 8, 0);
    }

    /** Makes a slot's node empty (nullMDBNode). */
    void clearNode(long slot) {
        memory.write(slot + PREV, 0);
        memory.write(slot + NEXT, 0);
    }

    private void relinkNeighbours(long prev, long next, long slot) {
        if (prev != 0) {
            Cte.MDB_NEXT.set(memory, prev, slot);
        }
        if (next != 0) {
            memory.write(next + PREV, slot);
        }
    }
}
