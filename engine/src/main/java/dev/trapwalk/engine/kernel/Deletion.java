package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.ZombieCap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Deleting and revoking capabilities (object/cnode.c).
 *
 * <p>Deleting the last capability of a CNode or TCB means deleting all that lies in its slots first, and that may in
 * turn be the last capability of another CNode. The kernel has one small stack and must stay preemptible, so it does
 * not recurse: the capability becomes a zombie that counts the slots left, and each round empties the last of them.
 * When that slot holds a zombie itself, the two are swapped, so that the inner one is worked off next. Whatever is
 * left half done lies in the slot, and the restarted system call, or anybody else, goes on from there.
 */
public final class Deletion extends KernelPart {

    static final KernelFunction CTE_REVOKE = KernelFunction.of(Deletion.class, "cteRevoke", Phase.PERFORM, "slot:slot");
    static final KernelPoint HAS_CHILD = CTE_REVOKE.branch("has_child", "slot:slot", "next:slot");
    static final KernelPoint CHILD_DELETED = CTE_REVOKE.check("child_deleted", "next:slot");

    static final KernelFunction CTE_DELETE =
            KernelFunction.of(Deletion.class, "cteDelete", Phase.PERFORM, "slot:slot", "exposed:flag");
    static final KernelPoint FINALISED = CTE_DELETE.check("finalised", "slot:slot");
    static final KernelPoint SLOT_TO_EMPTY = CTE_DELETE.branch("slot_to_empty", "exposed:flag", "success:flag");

    static final KernelFunction EMPTY_SLOT = KernelFunction.of(Deletion.class, "emptySlot", Phase.PERFORM, "slot:slot");
    static final KernelPoint NOT_YET_EMPTY = EMPTY_SLOT.branch("not_yet_empty", "slot:slot", "cap:cap");
    static final KernelPoint UNLINKED = EMPTY_SLOT.action("unlinked", "prev:slot", "slot:slot", "next:slot");
    static final KernelPoint EMPTIED = EMPTY_SLOT.action("emptied", "slot:slot");

    static final KernelFunction CAP_REMOVABLE =
            KernelFunction.of(Deletion.class, "capRemovable", Phase.PERFORM, "cap:cap", "slot:slot");
    static final KernelPoint REMOVABLE = CAP_REMOVABLE.branch("removable", "cap:cap", "number:count");

    static final KernelFunction CAP_CYCLIC_ZOMBIE =
            KernelFunction.of(Deletion.class, "capCyclicZombie", Phase.PERFORM, "cap:cap", "slot:slot");
    static final KernelPoint CYCLIC = CAP_CYCLIC_ZOMBIE.branch("cyclic", "cap:cap", "slot:slot");

    static final KernelFunction FINALISE_SLOT =
            KernelFunction.of(Deletion.class, "finaliseSlot", Phase.PERFORM, "slot:slot", "immediate:flag");
    static final KernelPoint SLOT_FULL = FINALISE_SLOT.branch("slot_full", "slot:slot", "cap:cap");
    static final KernelPoint REMAINDER_REMOVABLE = FINALISE_SLOT.branch("remainder_removable", "remainder:cap");
    static final KernelPoint REMAINDER_STORED = FINALISE_SLOT.action("remainder_stored", "slot:slot", "remainder:cap");
    static final KernelPoint LEFT_TO_OUTER = FINALISE_SLOT.branch("left_to_outer", "immediate:flag");
    static final KernelPoint REDUCED = FINALISE_SLOT.check("reduced", "slot:slot");

    static final KernelFunction REDUCE_ZOMBIE =
            KernelFunction.of(Deletion.class, "reduceZombie", Phase.PERFORM, "slot:slot", "immediate:flag");
    static final KernelPoint IMMEDIATE = REDUCE_ZOMBIE.branch("immediate", "zombie:slot", "number:count");
    static final KernelPoint END_SLOT_DELETED = REDUCE_ZOMBIE.check("end_slot_deleted", "endSlot:slot");
    static final KernelPoint ZOMBIE_UNCHANGED = REDUCE_ZOMBIE.branch("zombie_unchanged", "slot:slot", "cap:cap");
    static final KernelPoint COUNTED_DOWN = REDUCE_ZOMBIE.action("counted_down", "slot:slot", "number:count");

    static final KernelFunction CTE_DELETE_ONE =
            KernelFunction.of(Deletion.class, "cteDeleteOne", Phase.PERFORM, "slot:slot");
    static final KernelPoint ONE_NOT_EMPTY = CTE_DELETE_ONE.branch("not_empty", "slot:slot", "cap:cap");

    private final Cap dying = new Cap();
    private final Cap remainder = new Cap();
    private final Cap zombie = new Cap();
    private final Cap one = new Cap();
    private final Cap oneRemainder = new Cap();
    private final Cap noCleanup = new Cap();
    /** Second and third result of finaliseSlot. */
    private final Cap cleanupInfo = new Cap();
    private boolean success;

    public Deletion(Kernel kernel) {
        super(kernel);
    }

    /**
     * Deletes everything derived from a slot's capability, nearest first, with a preemption point after each.
     *
     * @return NONE when no descendant is left, or PREEMPTED
     */
    public ExceptionStatus cteRevoke(long slot) {
        enter(CTE_REVOKE, slot);
        long next = Cte.MDB_NEXT.get(memory, slot);
        while (check(HAS_CHILD, next != 0 && kernel.derivation().isMDBParentOf(slot, next), slot, next)) {
            ExceptionStatus status = cteDelete(next, true);
            if (!check(CHILD_DELETED, status == ExceptionStatus.NONE, next)) {
                return leave(status);
            }
            status = kernel.preemption().preemptionPoint();
            if (status != ExceptionStatus.NONE) {
                return leave(status);
            }
            next = Cte.MDB_NEXT.get(memory, slot);
        }
        return leave(ExceptionStatus.NONE);
    }

    /**
     * Deletes the capability of a slot.
     *
     * @param exposed whether the slot is visible to users, so that it must be empty afterwards; otherwise it lies in a
     *        dying object, and a zombie that only keeps itself alive may be left in it
     * @return NONE or PREEMPTED
     */
    public ExceptionStatus cteDelete(long slot, boolean exposed) {
        enter(CTE_DELETE, slot, exposed ? 1 : 0);
        ExceptionStatus status = finaliseSlot(slot, exposed);
        if (!check(FINALISED, status == ExceptionStatus.NONE, slot)) {
            return leave(status);
        }
        if (check(SLOT_TO_EMPTY, exposed || success, exposed ? 1 : 0, success ? 1 : 0)) {
            emptySlot(slot, cleanupInfo);
        }
        return leave(ExceptionStatus.NONE);
    }

    /** Takes a slot out of the mapping database and empties it; the next slot inherits the first-badged flag. */
    private void emptySlot(long slot, Cap cleanup) {
        enter(EMPTY_SLOT, slot);
        long word0 = memory.read(slot);
        if (check(NOT_YET_EMPTY, CapType.TYPE.in(word0) != CapType.NULL.tag(), slot, word0)) {
            long prev = Cte.MDB_PREV.get(memory, slot);
            long next = Cte.MDB_NEXT.get(memory, slot);
            if (prev != 0) {
                Cte.MDB_NEXT.set(memory, prev, next);
            }
            if (next != 0) {
                Cte.MDB_PREV.set(memory, next, prev);
                if (Cte.MDB_FIRST_BADGED.isSet(memory, slot)) {
                    Cte.MDB_FIRST_BADGED.set(memory, next, 1);
                }
            }
            act(UNLINKED, prev, slot, next);
            kernel.mdb().clearCap(slot);
            kernel.mdb().clearNode(slot);
            act(EMPTIED, slot);
            kernel.finalisation().postCapDeletion(cleanup);
        }
        leave();
    }

    /** Whether what finaliseCap left may go: nothing, or a zombie that has at most its own slot left. */
    private boolean capRemovable(Cap cap, long slot) {
        enter(CAP_REMOVABLE, cap.word0, slot);
        if (cap.isNull()) {
            return leave(check(REMOVABLE, true, cap.word0, 0));
        }
        long number = ZombieCap.number(cap);
        return leave(check(REMOVABLE, number == 0 || number == 1 && ZombieCap.ptr(cap) == slot, cap.word0, number));
    }

    /** Whether a zombie lies in the first of its own slots, so that nothing outside keeps it. */
    private boolean capCyclicZombie(Cap cap, long slot) {
        enter(CAP_CYCLIC_ZOMBIE, cap.word0, slot);
        return leave(check(CYCLIC, cap.is(CapType.ZOMBIE) && ZombieCap.ptr(cap) == slot, cap.word0, slot));
    }

    /**
     * Finalises a slot's capability until what is left may be removed: round after round, a zombie loses its last slot.
     *
     * @param immediate whether to work the zombie off here (see cteDelete's exposed)
     * @return NONE or PREEMPTED; {@link #success} says whether the slot may be emptied, {@link #cleanupInfo} what
     *        follows
     */
    private ExceptionStatus finaliseSlot(long slot, boolean immediate) {
        enter(FINALISE_SLOT, slot, immediate ? 1 : 0);
        while (check(SLOT_FULL, !dying.load(memory, slot).isNull(), slot, dying.word0)) {
            boolean isFinal = kernel.derivation().isFinalCapability(slot);
            kernel.finalisation().finaliseCap(dying, isFinal, false, remainder, cleanupInfo);
            if (check(REMAINDER_REMOVABLE, capRemovable(remainder, slot), remainder.word0)) {
                success = true;
                return leave(ExceptionStatus.NONE);
            }
            remainder.store(memory, slot);
            act(REMAINDER_STORED, slot, remainder.word0);
            if (check(LEFT_TO_OUTER, !immediate && capCyclicZombie(remainder, slot), immediate ? 1 : 0)) {
                success = false;
                return leave(ExceptionStatus.NONE);
            }
            ExceptionStatus status = reduceZombie(slot, immediate);
            if (!check(REDUCED, status == ExceptionStatus.NONE, slot)) {
                return leave(status);
            }
            status = kernel.preemption().preemptionPoint();
            if (status != ExceptionStatus.NONE) {
                return leave(status);
            }
        }
        success = true;
        cleanupInfo.clear();
        return leave(ExceptionStatus.NONE);
    }

    /**
     * Does one round of work on a zombie. Immediate: deletes the capability in the last of its slots and counts down,
     * unless that deletion moved another zombie into this slot. Otherwise: swaps the zombie with what lies in the
     * first of its own slots, so that it no longer hangs in the CNode above and becomes cyclic.
     */
    private ExceptionStatus reduceZombie(long slot, boolean immediate) {
        enter(REDUCE_ZOMBIE, slot, immediate ? 1 : 0);
        zombie.load(memory, slot);
        long first = ZombieCap.ptr(zombie);
        long number = ZombieCap.number(zombie);
        long type = ZombieCap.TYPE.get(zombie);
        if (!check(IMMEDIATE, immediate, first, number)) {
            kernel.mdb().capSwapForDelete(first, slot);
            return leave(ExceptionStatus.NONE);
        }
        long endSlot = first + (number - 1) * Cte.BYTES;
        ExceptionStatus status = cteDelete(endSlot, false);
        if (!check(END_SLOT_DELETED, status == ExceptionStatus.NONE, endSlot)) {
            return leave(status);
        }
        zombie.load(memory, slot);
        boolean same = zombie.is(CapType.ZOMBIE) && ZombieCap.ptr(zombie) == first
                && ZombieCap.number(zombie) == number && ZombieCap.TYPE.get(zombie) == type;
        if (check(ZOMBIE_UNCHANGED, same, slot, zombie.word0)) {
            ZombieCap.setNumber(zombie, number - 1);
            zombie.store(memory, slot);
            act(COUNTED_DOWN, slot, number - 1);
        }
        return leave(ExceptionStatus.NONE);
    }

    /**
     * Deletes a capability that cannot leave a zombie: a reply capability or the notification of an interrupt. Takes
     * bounded time and cannot fail.
     */
    public void cteDeleteOne(long slot) {
        enter(CTE_DELETE_ONE, slot);
        if (check(ONE_NOT_EMPTY, !one.load(memory, slot).isNull(), slot, one.word0)) {
            boolean isFinal = kernel.derivation().isFinalCapability(slot);
            kernel.finalisation().finaliseCap(one, isFinal, true, oneRemainder, noCleanup);
            noCleanup.clear();
            emptySlot(slot, noCleanup);
        }
        leave();
    }
}
