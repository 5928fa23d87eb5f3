package dev.trapwalk.engine.kernel.decode;

import dev.trapwalk.engine.kernel.CSpace;
import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * CNode_Rotate: two moves at once, source to pivot and pivot to destination. With the destination equal to the source
 * it swaps two capabilities.
 */
final class CNodeRotations extends InvocationPart {

    static final KernelFunction INVOKE_C_NODE_ROTATE = KernelFunction.of(CNodeRotations.class, "invokeCNodeRotate",
            Phase.PERFORM, "cap1:cap", "slot1:slot", "slot2:slot", "slot3:slot");
    static final KernelPoint SWAP = INVOKE_C_NODE_ROTATE.branch("swap", "slot1:slot", "slot3:slot");

    private final Cap pivotRoot = new Cap();
    private final Cap srcRoot = new Cap();
    private final Cap newSrcCap = new Cap();
    private final Cap newPivotCap = new Cap();

    CNodeRotations(Kernel kernel) {
        super(kernel);
    }

    /** Decodes the rest of the message, from argument 2 on, and performs the invocation. */
    ExceptionStatus decode(long label, int length, long destSlot, long buffer) {
        long pivotRootSlot = extraCap(0);
        // The second capability is not looked at when there is no first: what its word holds then is left over.
        if (!check(CNodeInvocations.ROTATE_LENGTH_AND_ROOTS, length >= 8 && pivotRootSlot != 0 && extraCap(1) != 0,
                length, 8, pivotRootSlot, extraCap(1))) {
            return truncatedMessage();
        }
        long pivotNewData = getSyscallArg(2, buffer);
        long pivotIndex = getSyscallArg(3, buffer);
        long pivotDepth = getSyscallArg(4, buffer);
        long srcNewData = getSyscallArg(5, buffer);
        long srcIndex = getSyscallArg(6, buffer);
        long srcDepth = getSyscallArg(7, buffer);
        pivotRoot.load(memory, pivotRootSlot);
        srcRoot.load(memory, extraCap(1));
        CSpace cspace = kernel.cspace();
        ExceptionStatus status = cspace.lookupSourceSlot(srcRoot, srcIndex, srcDepth);
        if (!check(CNodeInvocations.ROTATE_SOURCE_FOUND, status == ExceptionStatus.NONE, srcIndex, srcDepth)) {
            return status;
        }
        long srcSlot = cspace.foundSlot();
        status = cspace.lookupPivotSlot(pivotRoot, pivotIndex, pivotDepth);
        if (!check(CNodeInvocations.ROTATE_PIVOT_FOUND, status == ExceptionStatus.NONE, pivotIndex, pivotDepth)) {
            return status;
        }
        long pivotSlot = cspace.foundSlot();
        if (!check(CNodeInvocations.ROTATE_PIVOT_IS_OTHER, pivotSlot != srcSlot && pivotSlot != destSlot, pivotSlot,
                srcSlot, destSlot)) {
            return illegalOperation();
        }
        if (check(CNodeInvocations.ROTATE_DEST_IS_OTHER, srcSlot != destSlot, srcSlot, destSlot)) {
            status = kernel.derivation().ensureEmptySlot(destSlot);
            if (!check(CNodeInvocations.ROTATE_DEST_EMPTY, status == ExceptionStatus.NONE, destSlot)) {
                return status;
            }
        }
        newSrcCap.load(memory, srcSlot);
        if (!check(CNodeInvocations.ROTATE_SOURCE_NOT_EMPTY, !newSrcCap.isNull(), srcSlot, newSrcCap.word0)) {
            lookupFaultMissingCapability(srcDepth);
            return failedLookup(true);
        }
        newPivotCap.load(memory, pivotSlot);
        if (!check(CNodeInvocations.ROTATE_PIVOT_NOT_EMPTY, !newPivotCap.isNull(), pivotSlot, newPivotCap.word0)) {
            lookupFaultMissingCapability(pivotDepth);
            return failedLookup(false);
        }
        kernel.capabilities().updateCapData(true, srcNewData, newSrcCap);
        kernel.capabilities().updateCapData(true, pivotNewData, newPivotCap);
        if (!check(CNodeInvocations.ROTATE_SOURCE_CAP_VALID, !newSrcCap.isNull(), newSrcCap.word0)) {
            return illegalOperation();
        }
        if (!check(CNodeInvocations.ROTATE_PIVOT_CAP_VALID, !newPivotCap.isNull(), newPivotCap.word0)) {
            return illegalOperation();
        }
        act(CNodeInvocations.PERFORM, label);
        restartCurrentThread();
        return invokeCNodeRotate(srcSlot, pivotSlot, destSlot);
    }

    /** Moves slot 2's capability to slot 3 and slot 1's to slot 2; swaps 1 and 2 when 3 is 1. */
    private ExceptionStatus invokeCNodeRotate(long slot1, long slot2, long slot3) {
        enter(INVOKE_C_NODE_ROTATE, newSrcCap.word0, slot1, slot2, slot3);
        if (check(SWAP, slot1 == slot3, slot1, slot3)) {
            kernel.mdb().cteSwap(newSrcCap, slot1, newPivotCap, slot2);
        } else {
            kernel.mdb().cteMove(newPivotCap, slot2, slot3);
            kernel.mdb().cteMove(newSrcCap, slot1, slot2);
        }
        return leave(ExceptionStatus.NONE);
    }
}
