package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.api.Rights;
import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.object.ReplyCap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Making one capability from another (object/objecttype.c): {@link #maskCapRights fewer rights}, {@link #updateCapData
 * a badge or guard}, and {@link #deriveCap whether a copy may exist at all}. Functions change the {@link Cap} they are
 * given; becoming the null capability means that there is no such capability, which callers turn into an error.
 *
 * <p>Neighbours: {@link CapRegions} compares capabilities, {@link Finalisation} ends them.
 */
public final class Capabilities extends KernelPart {

    static final KernelFunction DERIVE_CAP =
            KernelFunction.of(Capabilities.class, "deriveCap", Phase.DECODE, "slot:slot", "cap:cap");
    static final KernelPoint DERIVE_IS_ARCH = DERIVE_CAP.branch("is_arch", "cap:cap");
    static final KernelPoint DERIVABLE = DERIVE_CAP.check("derivable", "cap:cap");
    static final KernelPoint UNTYPED_CHILDLESS = DERIVE_CAP.check("untyped_childless", "slot:slot");

    static final KernelFunction HAS_CANCEL_SEND_RIGHTS =
            KernelFunction.of(Capabilities.class, "hasCancelSendRights", Phase.DECODE, "cap:cap");
    static final KernelPoint CANCEL_IS_ENDPOINT = HAS_CANCEL_SEND_RIGHTS.check("is_endpoint", "cap:cap");
    static final KernelPoint CANCEL_HAS_ALL_RIGHTS = HAS_CANCEL_SEND_RIGHTS.check("has_all_rights", "cap:cap");

    static final KernelFunction UPDATE_CAP_DATA =
            KernelFunction.of(Capabilities.class, "updateCapData", Phase.DECODE, "preserve:flag", "newData", "cap:cap");
    static final KernelPoint UPDATE_IS_ARCH = UPDATE_CAP_DATA.branch("is_arch", "cap:cap");
    static final KernelPoint BADGE_SETTABLE = UPDATE_CAP_DATA.check("badge_settable", "preserve:flag", "badge");
    static final KernelPoint GUARD_FITS =
            UPDATE_CAP_DATA.check("guard_fits", "guardSize:count", "capCNodeRadix:count");
    static final KernelPoint DATA_SET = UPDATE_CAP_DATA.action("data_set", "newData");

    static final KernelFunction MASK_CAP_RIGHTS =
            KernelFunction.of(Capabilities.class, "maskCapRights", Phase.DECODE, "rights:rights", "cap:cap");
    static final KernelPoint MASK_IS_ARCH = MASK_CAP_RIGHTS.branch("is_arch", "cap:cap");
    static final KernelPoint RIGHTS_MASKED = MASK_CAP_RIGHTS.action("rights_masked", "rights:rights", "cap:cap");

    static final KernelFunction IS_CAP_REVOCABLE =
            KernelFunction.of(Capabilities.class, "isCapRevocable", Phase.PERFORM, "derivedCap:cap", "srcCap:cap");
    static final KernelPoint REVOCABLE = IS_CAP_REVOCABLE.branch("revocable", "derivedCap:cap", "srcCap:cap");

    /** The data word of a CNode capability (seL4_CNode_CapData): guard above, its size in the low six bits. */
    private static final BitField DATA_GUARD = BitField.bits("guard", 0, 6, 58);
    private static final BitField DATA_GUARD_SIZE = BitField.bits("guardSize", 0, 0, 6);

    public Capabilities(Kernel kernel) {
        super(kernel);
    }

    /**
     * Turns a capability into the one that a copy of it holds, or into the null capability if there is no copy:
     * zombies, IRQ control and reply capabilities are unique. An untyped with children has none either, because the
     * copy could give out the children's memory again.
     *
     * @param slot where the original lies
     * @param cap the original, perhaps masked; changed to the copy
     * @return NONE, or SYSCALL_ERROR
     */
    public ExceptionStatus deriveCap(long slot, Cap cap) {
        enter(DERIVE_CAP, slot, cap.word0);
        if (check(DERIVE_IS_ARCH, cap.isArch(), cap.word0)) {
            return leave(kernel.x86Capabilities().Arch_deriveCap(slot, cap));
        }
        switch (cap.type()) {
            case ZOMBIE, IRQ_CONTROL, REPLY -> {
                check(DERIVABLE, false, cap.word0);
                cap.clear();
            }
            case UNTYPED -> {
                ExceptionStatus status = kernel.derivation().ensureNoChildren(slot);
                if (!check(UNTYPED_CHILDLESS, status == ExceptionStatus.NONE, slot)) {
                    cap.clear();
                    return leave(status);
                }
            }
            default -> check(DERIVABLE, true, cap.word0);
        }
        return leave(ExceptionStatus.NONE);
    }

    /** Whether a capability may cancel badged sends: it must be for an endpoint and have every right. */
    public boolean hasCancelSendRights(Cap cap) {
        enter(HAS_CANCEL_SEND_RIGHTS, cap.word0);
        return leave(check(CANCEL_IS_ENDPOINT, cap.is(CapType.ENDPOINT), cap.word0)
                && check(CANCEL_HAS_ALL_RIGHTS, EndpointCap.CAN_SEND.isSet(cap) && EndpointCap.CAN_RECEIVE.isSet(cap)
                        && EndpointCap.CAN_GRANT_REPLY.isSet(cap) && EndpointCap.CAN_GRANT.isSet(cap), cap.word0));
    }

    /**
     * Sets a badge or a guard. A badge can be set once, on an unbadged capability, and never by Mutate or Rotate.
     *
     * @param preserve whether the capability keeps its place in the database (Mutate, Rotate)
     * @param newData badge, or guard and guard size of a CNode; other capabilities ignore it
     * @param cap changed; null if the data does not fit
     */
    public void updateCapData(boolean preserve, long newData, Cap cap) {
        enter(UPDATE_CAP_DATA, preserve ? 1 : 0, newData, cap.word0);
        if (check(UPDATE_IS_ARCH, cap.isArch(), cap.word0)) {
            kernel.x86Capabilities().Arch_updateCapData(preserve, newData, cap);
            leave();
            return;
        }
        switch (cap.type()) {
            case ENDPOINT -> setBadge(preserve, EndpointCap.BADGE, newData, cap);
            case NOTIFICATION -> setBadge(preserve, NotificationCap.BADGE, newData, cap);
            case CNODE -> setGuard(newData, cap);
            default -> { }
        }
        leave();
    }

    private void setBadge(boolean preserve, BitField badge, long newData, Cap cap) {
        long old = badge.get(cap);
        if (check(BADGE_SETTABLE, !preserve && old == 0, preserve ? 1 : 0, old)) {
            badge.set(cap, newData);
            act(DATA_SET, newData);
        } else {
            cap.clear();
        }
    }

    private void setGuard(long newData, Cap cap) {
        int guardSize = (int) DATA_GUARD_SIZE.in(newData);
        int radix = (int) CNodeCap.RADIX.get(cap);
        if (check(GUARD_FITS, guardSize + radix <= CSpace.WORD_BITS, guardSize, radix)) {
            CNodeCap.GUARD.set(cap, DATA_GUARD.in(newData) & (1L << guardSize) - 1);
            CNodeCap.GUARD_SIZE.set(cap, guardSize);
            act(DATA_SET, newData);
        } else {
            cap.clear();
        }
    }

    /**
     * Takes rights away.
     *
     * @param rights rights to keep, see {@link Rights}; those the capability does not have stay absent
     */
    public void maskCapRights(long rights, Cap cap) {
        enter(MASK_CAP_RIGHTS, rights, cap.word0);
        if (check(MASK_IS_ARCH, cap.isArch(), cap.word0)) {
            kernel.x86Capabilities().Arch_maskCapRights(rights, cap);
            leave();
            return;
        }
        switch (cap.type()) {
            case ENDPOINT -> {
                keep(EndpointCap.CAN_SEND, Rights.WRITE, rights, cap);
                keep(EndpointCap.CAN_RECEIVE, Rights.READ, rights, cap);
                keep(EndpointCap.CAN_GRANT, Rights.GRANT, rights, cap);
                keep(EndpointCap.CAN_GRANT_REPLY, Rights.GRANT_REPLY, rights, cap);
                act(RIGHTS_MASKED, rights, cap.word0);
            }
            case NOTIFICATION -> {
                keep(NotificationCap.CAN_SEND, Rights.WRITE, rights, cap);
                keep(NotificationCap.CAN_RECEIVE, Rights.READ, rights, cap);
                act(RIGHTS_MASKED, rights, cap.word0);
            }
            case REPLY -> {
                keep(ReplyCap.CAN_GRANT, Rights.GRANT, rights, cap);
                act(RIGHTS_MASKED, rights, cap.word0);
            }
            default -> { }
        }
        leave();
    }

    private static void keep(BitField right, BitField allowed, long rights, Cap cap) {
        if (allowed.in(rights) == 0) {
            right.set(cap, 0);
        }
    }

    /**
     * Whether a derived capability starts a subtree of its own in the database, so that it can be revoked separately: a
     * newly badged one, an interrupt handler from IRQ control, and every untyped.
     */
    public boolean isCapRevocable(Cap derivedCap, Cap srcCap) {
        enter(IS_CAP_REVOCABLE, derivedCap.word0, srcCap.word0);
        boolean revocable = derivedCap.isArch() ? kernel.x86().regions().archIsCapRevocable(derivedCap, srcCap)
                : switch (derivedCap.type()) {
                    case ENDPOINT -> EndpointCap.BADGE.get(derivedCap) != EndpointCap.BADGE.get(srcCap);
                    case NOTIFICATION -> NotificationCap.BADGE.get(derivedCap) != NotificationCap.BADGE.get(srcCap);
                    case IRQ_HANDLER -> srcCap.is(CapType.IRQ_CONTROL);
                    case UNTYPED -> true;
                    default -> false;
                };
        return leave(check(REVOCABLE, revocable, derivedCap.word0, srcCap.word0));
    }
}
