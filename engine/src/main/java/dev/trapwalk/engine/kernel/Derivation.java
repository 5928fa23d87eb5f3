package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/** What the mapping database tells about a slot: its children, its siblings, whether its capability is the last one. */
public final class Derivation extends InvocationPart {

    static final KernelFunction IS_MDB_PARENT_OF =
            KernelFunction.of(Derivation.class, "isMDBParentOf", Phase.PERFORM, "a:slot", "b:slot");
    static final KernelPoint PARENT_REVOCABLE = IS_MDB_PARENT_OF.check("revocable", "a:slot");
    static final KernelPoint SAME_REGION = IS_MDB_PARENT_OF.check("same_region", "a:slot", "b:slot");
    static final KernelPoint PARENT_UNBADGED = IS_MDB_PARENT_OF.branch("parent_unbadged", "badge");
    static final KernelPoint SAME_BADGE = IS_MDB_PARENT_OF.check("same_badge", "badgeA", "badgeB");
    static final KernelPoint NOT_FIRST_BADGED = IS_MDB_PARENT_OF.check("not_first_badged", "b:slot");

    static final KernelFunction ENSURE_NO_CHILDREN =
            KernelFunction.of(Derivation.class, "ensureNoChildren", Phase.DECODE, "slot:slot");
    static final KernelPoint HAS_NEXT = ENSURE_NO_CHILDREN.branch("has_next", "next:slot");
    static final KernelPoint NEXT_IS_NO_CHILD = ENSURE_NO_CHILDREN.check("next_is_no_child", "next:slot");

    static final KernelFunction ENSURE_EMPTY_SLOT =
            KernelFunction.of(Derivation.class, "ensureEmptySlot", Phase.DECODE, "slot:slot");
    static final KernelPoint SLOT_IS_EMPTY = ENSURE_EMPTY_SLOT.check("slot_is_empty", "cap:cap");

    static final KernelFunction IS_FINAL_CAPABILITY =
            KernelFunction.of(Derivation.class, "isFinalCapability", Phase.PERFORM, "slot:slot");
    static final KernelPoint PREV_DIFFERS = IS_FINAL_CAPABILITY.check("previous_differs", "prev:slot");
    static final KernelPoint NEXT_DIFFERS = IS_FINAL_CAPABILITY.check("next_differs", "next:slot");

    static final KernelFunction SLOT_CAP_LONG_RUNNING_DELETE =
            KernelFunction.of(Derivation.class, "slotCapLongRunningDelete", Phase.DECODE, "slot:slot");
    static final KernelPoint DELETE_NOT_NULL = SLOT_CAP_LONG_RUNNING_DELETE.branch("not_null", "cap:cap");
    static final KernelPoint DELETE_FINAL = SLOT_CAP_LONG_RUNNING_DELETE.branch("final", "slot:slot");
    static final KernelPoint DELETE_HOLDS_SLOTS = SLOT_CAP_LONG_RUNNING_DELETE.branch("holds_slots", "cap:cap");

    private final Cap parent = new Cap();
    private final Cap child = new Cap();
    private final Cap self = new Cap();
    private final Cap neighbour = new Cap();

    public Derivation(Kernel kernel) {
        super(kernel);
    }

    /**
     * Whether slot {@code b}, which follows {@code a} in the database, holds a descendant of {@code a}'s capability:
     * its object lies within {@code a}'s, and for badged endpoints and notifications it continues {@code a}'s badge.
     */
    public boolean isMDBParentOf(long a, long b) {
        enter(IS_MDB_PARENT_OF, a, b);
        if (!check(PARENT_REVOCABLE, Cte.MDB_REVOCABLE.isSet(memory, a), a)) {
            return leave(false);
        }
        parent.load(memory, a);
        child.load(memory, b);
        if (!check(SAME_REGION, kernel.capRegions().sameRegionAs(parent, child), a, b)) {
            return leave(false);
        }
        return leave(switch (parent.type()) {
            case ENDPOINT -> continuesBadge(EndpointCap.BADGE.get(parent), EndpointCap.BADGE.get(child), b);
            case NOTIFICATION -> continuesBadge(NotificationCap.BADGE.get(parent), NotificationCap.BADGE.get(child), b);
            default -> true;
        });
    }

    /** An unbadged capability is the parent of all that follow; a badged one of the copies that have its badge. */
    private boolean continuesBadge(long badgeA, long badgeB, long b) {
        if (check(PARENT_UNBADGED, badgeA == 0, badgeA)) {
            return true;
        }
        return check(SAME_BADGE, badgeA == badgeB, badgeA, badgeB)
                && check(NOT_FIRST_BADGED, !Cte.MDB_FIRST_BADGED.isSet(memory, b), b);
    }

    /**
     * Refuses with RevokeFirst if anything was derived from a slot's capability.
     *
     * @return NONE or SYSCALL_ERROR
     */
    public ExceptionStatus ensureNoChildren(long slot) {
        enter(ENSURE_NO_CHILDREN, slot);
        long next = Cte.MDB_NEXT.get(memory, slot);
        if (check(HAS_NEXT, next != 0, next) && !check(NEXT_IS_NO_CHILD, !isMDBParentOf(slot, next), next)) {
            return leave(syscallError(SyscallError.REVOKE_FIRST));
        }
        return leave(ExceptionStatus.NONE);
    }

    /**
     * Refuses with DeleteFirst if a slot holds a capability.
     *
     * @return NONE or SYSCALL_ERROR
     */
    public ExceptionStatus ensureEmptySlot(long slot) {
        enter(ENSURE_EMPTY_SLOT, slot);
        long word0 = memory.read(slot);
        if (!check(SLOT_IS_EMPTY, CapType.TYPE.in(word0) == CapType.NULL.tag(), word0)) {
            return leave(syscallError(SyscallError.DELETE_FIRST));
        }
        return leave(ExceptionStatus.NONE);
    }

    /**
     * Whether a slot holds the last capability to its object. All capabilities to one object are neighbours in the
     * database, so the two next to it suffice.
     */
    public boolean isFinalCapability(long slot) {
        enter(IS_FINAL_CAPABILITY, slot);
        self.load(memory, slot);
        long prev = Cte.MDB_PREV.get(memory, slot);
        if (prev != 0) {
            neighbour.load(memory, prev);
            if (!check(PREV_DIFFERS, !kernel.capRegions().sameObjectAs(neighbour, self), prev)) {
                return leave(false);
            }
        }
        long next = Cte.MDB_NEXT.get(memory, slot);
        if (next == 0) {
            return leave(true);
        }
        neighbour.load(memory, next);
        return leave(check(NEXT_DIFFERS, !kernel.capRegions().sameObjectAs(self, neighbour), next));
    }

    /**
     * Whether deleting a slot's capability could take long: it is the last one to an object that holds slots itself.
     * Such a capability cannot be replaced in a TCB, because that operation cannot be preempted.
     */
    public boolean slotCapLongRunningDelete(long slot) {
        enter(SLOT_CAP_LONG_RUNNING_DELETE, slot);
        long word0 = memory.read(slot);
        CapType type = CapType.of(word0);
        if (!check(DELETE_NOT_NULL, type != CapType.NULL, word0)
                || !check(DELETE_FINAL, isFinalCapability(slot), slot)) {
            return leave(false);
        }
        return leave(check(DELETE_HOLDS_SLOTS,
                type == CapType.THREAD || type == CapType.ZOMBIE || type == CapType.CNODE, word0));
    }
}
