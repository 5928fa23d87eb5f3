package dev.trapwalk.engine.kernel.decode;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelPart;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadCap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/** Performs the invocations that configure a thread: one function for all of them, told by flags what to change. */
final class ThreadControl extends KernelPart {

    /** thread_control_update_ flags. */
    static final int UPDATE_PRIORITY = 1;
    static final int UPDATE_IPC_BUFFER = 2;
    static final int UPDATE_SPACE = 4;
    static final int UPDATE_MCP = 8;

    static final KernelFunction INVOKE_TCB_THREAD_CONTROL = KernelFunction.of(ThreadControl.class,
            "invokeTCB_ThreadControl", Phase.PERFORM, "target:tcb", "slot:slot", "updateFlags:count");
    static final KernelPoint FAULT_HANDLER_SET =
            INVOKE_TCB_THREAD_CONTROL.action("fault_handler_set", "faultep:cptr");
    static final KernelPoint OLD_CAP_DELETED = INVOKE_TCB_THREAD_CONTROL.check("old_cap_deleted", "rootSlot:slot");
    static final KernelPoint CAPS_STILL_VALID =
            INVOKE_TCB_THREAD_CONTROL.branch("caps_still_valid", "srcSlot:slot", "newCap:cap");
    static final KernelPoint BUFFER_ADDRESS_SET =
            INVOKE_TCB_THREAD_CONTROL.action("buffer_address_set", "bufferAddr");
    static final KernelPoint TARGET_IS_CURRENT = INVOKE_TCB_THREAD_CONTROL.branch("target_is_current", "target:tcb");

    private final Cap threadCap = new Cap();
    private final Cap noCap = new Cap();
    private final Cap compared = new Cap();

    ThreadControl(Kernel kernel) {
        super(kernel);
    }

    /** Sets MCP and priority only. */
    ExceptionStatus setPriorities(long target, long mcp, long priority, int updateFlags) {
        return invokeTCB_ThreadControl(target, 0, 0, mcp, priority, noCap, 0, noCap, 0, 0, noCap, 0, updateFlags);
    }

    /** Sets CSpace, VSpace and fault handler, and with {@link #UPDATE_IPC_BUFFER} the IPC buffer. */
    ExceptionStatus setSpace(long target, long slot, long faultep, Cap cRootCap, long cRootSlot, Cap vRootCap,
            long vRootSlot, long bufferAddr, Cap bufferCap, long bufferSlot, int updateFlags) {
        return invokeTCB_ThreadControl(target, slot, faultep, 0, 0, cRootCap, cRootSlot, vRootCap, vRootSlot,
                bufferAddr, bufferCap, bufferSlot, updateFlags);
    }

    /** Sets the IPC buffer only. */
    ExceptionStatus setIpcBuffer(long target, long slot, long bufferAddr, Cap bufferCap, long bufferSlot) {
        return invokeTCB_ThreadControl(target, slot, 0, 0, 0, noCap, 0, noCap, 0, bufferAddr, bufferCap, bufferSlot,
                UPDATE_IPC_BUFFER);
    }

    private ExceptionStatus invokeTCB_ThreadControl(long target, long slot, long faultep, long mcp, long priority,
            Cap cRootCap, long cRootSlot, Cap vRootCap, long vRootSlot, long bufferAddr, Cap bufferCap,
            long bufferSlot, int updateFlags) {
        enter(INVOKE_TCB_THREAD_CONTROL, target, slot, updateFlags);
        threadCap.clear(CapType.THREAD);
        ThreadCap.PTR.set(threadCap, target);
        if ((updateFlags & UPDATE_SPACE) != 0) {
            Tcb.FAULT_HANDLER.set(memory, target, faultep);
            act(FAULT_HANDLER_SET, faultep);
        }
        if ((updateFlags & UPDATE_MCP) != 0) {
            kernel.scheduler().setMCPriority(target, mcp);
        }
        if ((updateFlags & UPDATE_SPACE) != 0) {
            ExceptionStatus status = replace(Tcb.slot(target, Tcb.CTABLE), cRootCap, cRootSlot, slot);
            if (status != ExceptionStatus.NONE) {
                return leave(status);
            }
            status = replace(Tcb.slot(target, Tcb.VTABLE), vRootCap, vRootSlot, slot);
            if (status != ExceptionStatus.NONE) {
                return leave(status);
            }
        }
        if ((updateFlags & UPDATE_IPC_BUFFER) != 0) {
            ExceptionStatus status = replaceIpcBuffer(target, bufferAddr, bufferCap, bufferSlot, slot);
            if (status != ExceptionStatus.NONE) {
                return leave(status);
            }
        }
        if ((updateFlags & UPDATE_PRIORITY) != 0) {
            kernel.scheduler().setPriority(target, priority);
        }
        return leave(ExceptionStatus.NONE);
    }

    private ExceptionStatus replace(long rootSlot, Cap newCap, long srcSlot, long slot) {
        ExceptionStatus status = kernel.deletion().cteDelete(rootSlot, true);
        if (check(OLD_CAP_DELETED, status == ExceptionStatus.NONE, rootSlot)) {
            insertIfStillValid(rootSlot, newCap, srcSlot, slot);
        }
        return status;
    }

    private ExceptionStatus replaceIpcBuffer(long target, long bufferAddr, Cap bufferCap, long bufferSlot, long slot) {
        long rootSlot = Tcb.slot(target, Tcb.BUFFER);
        ExceptionStatus status = kernel.deletion().cteDelete(rootSlot, true);
        if (!check(OLD_CAP_DELETED, status == ExceptionStatus.NONE, rootSlot)) {
            return status;
        }
        Tcb.IPC_BUFFER.set(memory, target, bufferAddr);
        act(BUFFER_ADDRESS_SET, bufferAddr);
        if (bufferSlot != 0) {
            insertIfStillValid(rootSlot, bufferCap, bufferSlot, slot);
        }
        if (check(TARGET_IS_CURRENT, target == globals.curThread(), target)) {
            kernel.scheduler().rescheduleRequired();
        }
        return ExceptionStatus.NONE;
    }

    /** Deleting the old capability may have deleted the new one, or the TCB's own: then nothing is inserted. */
    private void insertIfStillValid(long rootSlot, Cap newCap, long srcSlot, long slot) {
        boolean valid = kernel.capRegions().sameObjectAs(newCap, compared.load(memory, srcSlot))
                && kernel.capRegions().sameObjectAs(threadCap, compared.load(memory, slot));
        if (check(CAPS_STILL_VALID, valid, srcSlot, newCap.word0)) {
            kernel.mdb().cteInsert(newCap, srcSlot, rootSlot);
        }
    }
}
