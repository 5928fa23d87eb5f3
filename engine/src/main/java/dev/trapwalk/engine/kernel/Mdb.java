package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** The mapping database: which capability was derived from which, as one doubly linked list of slots. */
public final class Mdb extends KernelPart {

    static final KernelFunction CTE_INSERT =
            KernelFunction.of(Mdb.class, "cteInsert", Phase.PERFORM, "newCap:cap", "src:slot", "dest:slot");
    static final KernelFunction CTE_MOVE =
            KernelFunction.of(Mdb.class, "cteMove", Phase.PERFORM, "newCap:cap", "src:slot", "dest:slot");
    static final KernelFunction CTE_SWAP =
            KernelFunction.of(Mdb.class, "cteSwap", Phase.PERFORM, "cap1:cap", "slot1:slot", "cap2:cap", "slot2:slot");
    static final KernelFunction CAP_SWAP_FOR_DELETE =
            KernelFunction.of(Mdb.class, "capSwapForDelete", Phase.PERFORM, "slot1:slot", "slot2:slot");
    static final KernelFunction INSERT_NEW_CAP =
            KernelFunction.of(Mdb.class, "insertNewCap", Phase.PERFORM, "parent:slot", "slot:slot", "cap:cap");
    static final KernelFunction SETUP_REPLY_MASTER =
            KernelFunction.of(Mdb.class, "setupReplyMaster", Phase.PERFORM, "thread:tcb");
    static final KernelFunction IS_MDB_PARENT_OF =
            KernelFunction.of(Mdb.class, "isMDBParentOf", Phase.PERFORM, "a:slot", "b:slot");
    static final KernelFunction IS_FINAL_CAPABILITY =
            KernelFunction.of(Mdb.class, "isFinalCapability", Phase.PERFORM, "slot:slot");
    static final KernelFunction SLOT_CAP_LONG_RUNNING_DELETE =
            KernelFunction.of(Mdb.class, "slotCapLongRunningDelete", Phase.PERFORM, "slot:slot");
    static final KernelFunction ENSURE_NO_CHILDREN =
            KernelFunction.of(Mdb.class, "ensureNoChildren", Phase.DECODE, "slot:slot");
    static final KernelFunction ENSURE_EMPTY_SLOT =
            KernelFunction.of(Mdb.class, "ensureEmptySlot", Phase.DECODE, "slot:slot");
    static final KernelFunction GET_RECEIVE_SLOTS =
            KernelFunction.of(Mdb.class, "getReceiveSlots", Phase.PERFORM, "thread:tcb");

    public Mdb(Kernel kernel) {
        super(kernel);
    }

    public void cteInsert(Cap newCap, long src, long dest) {
        throw new NotModelledException("cteInsert");
    }

    public void cteMove(Cap newCap, long src, long dest) {
        throw new NotModelledException("cteMove");
    }

    public void cteSwap(Cap cap1, long slot1, Cap cap2, long slot2) {
        throw new NotModelledException("cteSwap");
    }

    public void capSwapForDelete(long slot1, long slot2) {
        throw new NotModelledException("capSwapForDelete");
    }

    public void insertNewCap(long parent, long slot, Cap cap) {
        throw new NotModelledException("insertNewCap");
    }

    public void setupReplyMaster(long thread) {
        throw new NotModelledException("setupReplyMaster");
    }

    public boolean isMDBParentOf(long a, long b) {
        throw new NotModelledException("isMDBParentOf");
    }

    public boolean isFinalCapability(long slot) {
        throw new NotModelledException("isFinalCapability");
    }

    public boolean slotCapLongRunningDelete(long slot) {
        throw new NotModelledException("slotCapLongRunningDelete");
    }

    public ExceptionStatus ensureNoChildren(long slot) {
        throw new NotModelledException("ensureNoChildren");
    }

    public ExceptionStatus ensureEmptySlot(long slot) {
        throw new NotModelledException("ensureEmptySlot");
    }

    public long getReceiveSlots(long thread, long buffer) {
        throw new NotModelledException("getReceiveSlots");
    }
}
