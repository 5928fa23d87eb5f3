package dev.trapwalk.engine.kernel.decode;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.kernel.CSpace;
import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * CNode_Copy, Mint, Move and Mutate: a capability from a source slot into an empty destination slot, copied or moved,
 * as it is or changed. The four differ only in how the new capability is made; the checks around it are the same.
 */
final class CNodeCopies extends InvocationPart {

    static final KernelFunction INVOKE_C_NODE_INSERT = KernelFunction.of(CNodeCopies.class, "invokeCNodeInsert",
            Phase.PERFORM, "cap:cap", "srcSlot:slot", "destSlot:slot");
    static final KernelFunction INVOKE_C_NODE_MOVE = KernelFunction.of(CNodeCopies.class, "invokeCNodeMove",
            Phase.PERFORM, "cap:cap", "srcSlot:slot", "destSlot:slot");

    private final Cap srcRoot = new Cap();
    private final Cap newCap = new Cap();

    CNodeCopies(Kernel kernel) {
        super(kernel);
    }

    /** Decodes the rest of the message, from argument 2 on, and performs the invocation. */
    ExceptionStatus decode(long label, int length, long destSlot, long buffer) {
        long rootSlot = extraCap(0);
        if (!check(CNodeInvocations.COPY_LENGTH_AND_ROOT, length >= 4 && rootSlot != 0, length, 4, rootSlot)) {
            return truncatedMessage();
        }
        long srcIndex = getSyscallArg(2, buffer);
        long srcDepth = getSyscallArg(3, buffer);
        srcRoot.load(memory, rootSlot);
        ExceptionStatus status = kernel.derivation().ensureEmptySlot(destSlot);
        if (!check(CNodeInvocations.COPY_DEST_EMPTY, status == ExceptionStatus.NONE, destSlot)) {
            return status;
        }
        CSpace cspace = kernel.cspace();
        status = cspace.lookupSourceSlot(srcRoot, srcIndex, srcDepth);
        if (!check(CNodeInvocations.COPY_SOURCE_FOUND, status == ExceptionStatus.NONE, srcIndex, srcDepth)) {
            return status;
        }
        long srcSlot = cspace.foundSlot();
        newCap.load(memory, srcSlot);
        if (!check(CNodeInvocations.COPY_SOURCE_NOT_EMPTY, !newCap.isNull(), srcSlot, newCap.word0)) {
            lookupFaultMissingCapability(srcDepth);
            return failedLookup(true);
        }
        InvocationLabel invocation = InvocationLabel.of(label);
        status = makeNewCap(invocation, length, srcSlot, buffer);
        if (status != ExceptionStatus.NONE) {
            return status;
        }
        if (!check(CNodeInvocations.COPY_NEW_CAP_VALID, !newCap.isNull(), newCap.word0)) {
            return illegalOperation();
        }
        act(CNodeInvocations.PERFORM, label);
        restartCurrentThread();
        return invocation == InvocationLabel.CNODE_COPY || invocation == InvocationLabel.CNODE_MINT
                ? invokeCNodeInsert(newCap, srcSlot, destSlot) : invokeCNodeMove(newCap, srcSlot, destSlot);
    }

    /** Turns {@link #newCap}, so far the source's capability, into what the destination gets. */
    private ExceptionStatus makeNewCap(InvocationLabel invocation, int length, long srcSlot, long buffer) {
        switch (invocation) {
            case CNODE_COPY -> {
                if (!check(CNodeInvocations.COPY_RIGHTS_LENGTH, length >= 5, length, 5)) {
                    return truncatedMessage();
                }
                kernel.capabilities().maskCapRights(getSyscallArg(4, buffer), newCap);
                return derive(srcSlot);
            }
            case CNODE_MINT -> {
                if (!check(CNodeInvocations.COPY_DATA_LENGTH, length >= 6, length, 6)) {
                    return truncatedMessage();
                }
                kernel.capabilities().maskCapRights(getSyscallArg(4, buffer), newCap);
                kernel.capabilities().updateCapData(false, getSyscallArg(5, buffer), newCap);
                return derive(srcSlot);
            }
            case CNODE_MUTATE -> {
                if (!check(CNodeInvocations.COPY_DATA_LENGTH, length >= 5, length, 5)) {
                    return truncatedMessage();
                }
                kernel.capabilities().updateCapData(true, getSyscallArg(4, buffer), newCap);
                return ExceptionStatus.NONE;
            }
            default -> {
                return ExceptionStatus.NONE;
            }
        }
    }

    private ExceptionStatus derive(long srcSlot) {
        ExceptionStatus status = kernel.capabilities().deriveCap(srcSlot, newCap);
        check(CNodeInvocations.COPY_DERIVED, status == ExceptionStatus.NONE, srcSlot, newCap.word0);
        return status;
    }

    /** Performs Copy and Mint. */
    private ExceptionStatus invokeCNodeInsert(Cap cap, long srcSlot, long destSlot) {
        enter(INVOKE_C_NODE_INSERT, cap.word0, srcSlot, destSlot);
        kernel.mdb().cteInsert(cap, srcSlot, destSlot);
        return leave(ExceptionStatus.NONE);
    }

    /** Performs Move and Mutate. */
    private ExceptionStatus invokeCNodeMove(Cap cap, long srcSlot, long destSlot) {
        enter(INVOKE_C_NODE_MOVE, cap.word0, srcSlot, destSlot);
        kernel.mdb().cteMove(cap, srcSlot, destSlot);
        return leave(ExceptionStatus.NONE);
    }
}
