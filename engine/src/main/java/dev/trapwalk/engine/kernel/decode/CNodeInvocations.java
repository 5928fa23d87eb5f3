package dev.trapwalk.engine.kernel.decode;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.kernel.CSpace;
import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.ReplyCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Invocations of CNodes (object/cnode.c, manual section "seL4_CNode"): what they have in common, Revoke, Delete,
 * CancelBadgedSends and SaveCaller. Copy, Mint, Move and Mutate are in {@link CNodeCopies}, Rotate in {@link
 * CNodeRotations}.
 *
 * <p>Arguments 0 and 1 always name the slot to work on, by index and depth from the invoked CNode.
 */
public final class CNodeInvocations extends InvocationPart {

    static final KernelFunction DECODE = KernelFunction.of(CNodeInvocations.class, "decodeCNodeInvocation",
            Phase.DECODE, "label:label", "length:count", "cap:cap");
    static final KernelPoint LABEL = DECODE.check("label", "label:label");
    static final KernelPoint LENGTH = DECODE.check("length", "length:count", "needed:count");
    static final KernelPoint TARGET_FOUND = DECODE.check("target_found", "index", "depth:count");
    static final KernelPoint COPY_LENGTH_AND_ROOT =
            DECODE.check("copy_length_and_root", "length:count", "needed:count", "srcRoot:slot");
    static final KernelPoint COPY_DEST_EMPTY = DECODE.check("dest_empty", "destSlot:slot");
    static final KernelPoint COPY_SOURCE_FOUND = DECODE.check("source_found", "srcIndex", "srcDepth:count");
    static final KernelPoint COPY_SOURCE_NOT_EMPTY = DECODE.check("source_not_empty", "srcSlot:slot", "cap:cap");
    static final KernelPoint COPY_RIGHTS_LENGTH = DECODE.check("rights_length", "length:count", "needed:count");
    static final KernelPoint COPY_DATA_LENGTH = DECODE.check("data_length", "length:count", "needed:count");
    static final KernelPoint COPY_DERIVED = DECODE.check("derived", "srcSlot:slot", "newCap:cap");
    static final KernelPoint COPY_NEW_CAP_VALID = DECODE.check("new_cap_valid", "newCap:cap");
    static final KernelPoint SAVE_SLOT_EMPTY = DECODE.check("save_slot_empty", "destSlot:slot");
    static final KernelPoint CANCEL_RIGHTS = DECODE.check("cancel_rights", "destSlot:slot", "cap:cap");
    static final KernelPoint ROTATE_LENGTH_AND_ROOTS = DECODE.check("rotate_length_and_roots",
            "length:count", "needed:count", "pivotRoot:slot", "srcRoot:slot");
    static final KernelPoint ROTATE_SOURCE_FOUND = DECODE.check("rotate_source_found", "srcIndex", "srcDepth:count");
    static final KernelPoint ROTATE_PIVOT_FOUND = DECODE.check("pivot_found", "pivotIndex", "pivotDepth:count");
    static final KernelPoint ROTATE_PIVOT_IS_OTHER =
            DECODE.check("pivot_is_other", "pivotSlot:slot", "srcSlot:slot", "destSlot:slot");
    static final KernelPoint ROTATE_DEST_IS_OTHER = DECODE.branch("dest_is_other", "srcSlot:slot", "destSlot:slot");
    static final KernelPoint ROTATE_DEST_EMPTY = DECODE.check("rotate_dest_empty", "destSlot:slot");
    static final KernelPoint ROTATE_SOURCE_NOT_EMPTY =
            DECODE.check("rotate_source_not_empty", "srcSlot:slot", "cap:cap");
    static final KernelPoint ROTATE_PIVOT_NOT_EMPTY = DECODE.check("pivot_not_empty", "pivotSlot:slot", "cap:cap");
    static final KernelPoint ROTATE_SOURCE_CAP_VALID = DECODE.check("source_cap_valid", "newSrcCap:cap");
    static final KernelPoint ROTATE_PIVOT_CAP_VALID = DECODE.check("pivot_cap_valid", "newPivotCap:cap");
    static final KernelPoint PERFORM = DECODE.action("perform", "label:label");

    static final KernelFunction INVOKE_C_NODE_REVOKE =
            KernelFunction.of(CNodeInvocations.class, "invokeCNodeRevoke", Phase.PERFORM, "destSlot:slot");
    static final KernelFunction INVOKE_C_NODE_DELETE =
            KernelFunction.of(CNodeInvocations.class, "invokeCNodeDelete", Phase.PERFORM, "destSlot:slot");

    static final KernelFunction INVOKE_C_NODE_CANCEL_BADGED_SENDS =
            KernelFunction.of(CNodeInvocations.class, "invokeCNodeCancelBadgedSends", Phase.PERFORM, "cap:cap");
    static final KernelPoint HAS_BADGE = INVOKE_C_NODE_CANCEL_BADGED_SENDS.branch("has_badge", "badge");

    static final KernelFunction INVOKE_C_NODE_SAVE_CALLER =
            KernelFunction.of(CNodeInvocations.class, "invokeCNodeSaveCaller", Phase.PERFORM, "destSlot:slot");
    static final KernelPoint REPLY_CAP_PRESENT =
            INVOKE_C_NODE_SAVE_CALLER.branch("reply_cap_present", "srcSlot:slot", "cap:cap");

    private static final int FIRST_LABEL = InvocationLabel.CNODE_REVOKE.number();
    private static final int LAST_LABEL = InvocationLabel.CNODE_SAVE_CALLER.number();

    private final CNodeCopies copies;
    private final CNodeRotations rotations;
    private final Cap destCap = new Cap();
    private final Cap callerCap = new Cap();

    public CNodeInvocations(Kernel kernel) {
        super(kernel);
        copies = new CNodeCopies(kernel);
        rotations = new CNodeRotations(kernel);
    }

    /**
     * Decodes an invocation of a CNode and performs it.
     *
     * @param label invocation label
     * @param length number of message words that can be read
     * @param cap the invoked CNode capability
     * @param buffer kernel window address of the caller's IPC buffer, or 0
     * @return NONE, SYSCALL_ERROR or PREEMPTED
     */
    public ExceptionStatus decodeCNodeInvocation(long label, int length, Cap cap, long buffer) {
        enter(DECODE, label, length, cap.word0);
        if (!check(LABEL, label >= FIRST_LABEL && label <= LAST_LABEL, label)) {
            return leave(illegalOperation());
        }
        if (!check(LENGTH, length >= 2, length, 2)) {
            return leave(truncatedMessage());
        }
        long index = getSyscallArg(0, buffer);
        long depth = getSyscallArg(1, buffer);
        CSpace cspace = kernel.cspace();
        ExceptionStatus status = cspace.lookupTargetSlot(cap, index, depth);
        if (!check(TARGET_FOUND, status == ExceptionStatus.NONE, index, depth)) {
            return leave(status);
        }
        long destSlot = cspace.foundSlot();
        return leave(switch (InvocationLabel.of(label)) {
            case CNODE_COPY, CNODE_MINT, CNODE_MOVE, CNODE_MUTATE -> copies.decode(label, length, destSlot, buffer);
            case CNODE_REVOKE -> {
                act(PERFORM, label);
                restartCurrentThread();
                yield invokeCNodeRevoke(destSlot);
            }
            case CNODE_DELETE -> {
                act(PERFORM, label);
                restartCurrentThread();
                yield invokeCNodeDelete(destSlot);
            }
            case CNODE_SAVE_CALLER -> decodeSaveCaller(label, destSlot);
            case CNODE_CANCEL_BADGED_SENDS -> decodeCancelBadgedSends(label, destSlot);
            default -> rotations.decode(label, length, destSlot, buffer);
        });
    }

    private ExceptionStatus invokeCNodeRevoke(long destSlot) {
        enter(INVOKE_C_NODE_REVOKE, destSlot);
        return leave(kernel.deletion().cteRevoke(destSlot));
    }

    private ExceptionStatus invokeCNodeDelete(long destSlot) {
        enter(INVOKE_C_NODE_DELETE, destSlot);
        return leave(kernel.deletion().cteDelete(destSlot, true));
    }

    private ExceptionStatus decodeCancelBadgedSends(long label, long destSlot) {
        destCap.load(memory, destSlot);
        if (!check(CANCEL_RIGHTS, kernel.capabilities().hasCancelSendRights(destCap), destSlot, destCap.word0)) {
            return illegalOperation();
        }
        act(PERFORM, label);
        restartCurrentThread();
        return invokeCNodeCancelBadgedSends(destCap);
    }

    /**
     * Takes the senders with the capability's badge off its endpoint. Without a badge there is nobody to tell apart.
     */
    private ExceptionStatus invokeCNodeCancelBadgedSends(Cap cap) {
        enter(INVOKE_C_NODE_CANCEL_BADGED_SENDS, cap.word0);
        long badge = EndpointCap.BADGE.get(cap);
        if (check(HAS_BADGE, badge != 0, badge)) {
            kernel.endpoints().cancelBadgedSends(EndpointCap.PTR.get(cap), badge);
        }
        return leave(ExceptionStatus.NONE);
    }

    private ExceptionStatus decodeSaveCaller(long label, long destSlot) {
        ExceptionStatus status = kernel.derivation().ensureEmptySlot(destSlot);
        if (!check(SAVE_SLOT_EMPTY, status == ExceptionStatus.NONE, destSlot)) {
            return status;
        }
        act(PERFORM, label);
        restartCurrentThread();
        return invokeCNodeSaveCaller(destSlot);
    }

    /** Moves the current thread's reply capability out of its caller slot; does nothing if there is none. */
    private ExceptionStatus invokeCNodeSaveCaller(long destSlot) {
        enter(INVOKE_C_NODE_SAVE_CALLER, destSlot);
        long srcSlot = Tcb.slot(globals.curThread(), Tcb.CALLER);
        callerCap.load(memory, srcSlot);
        if (!callerCap.isNull() && !callerCap.is(CapType.REPLY)) {
            throw halt(INVOKE_C_NODE_SAVE_CALLER, "caller capability must be null or reply");
        }
        if (check(REPLY_CAP_PRESENT, !callerCap.isNull() && !ReplyCap.MASTER.isSet(callerCap), srcSlot,
                callerCap.word0)) {
            kernel.mdb().cteMove(callerCap, srcSlot, destSlot);
        }
        return leave(ExceptionStatus.NONE);
    }
}
