package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.Fault;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Delivers faults to fault handlers (kernel/faulthandler.c; manual section "Faults").
 *
 * <p>A fault becomes a Call that the kernel makes in the thread's name on its fault endpoint. The fault stays in the
 * TCB until it is answered.
 */
public final class Faults extends InvocationPart {

    static final KernelFunction HANDLE_FAULT =
            KernelFunction.of(Faults.class, "handleFault", Phase.PERFORM, "thread:tcb", "fault");
    static final KernelPoint DELIVERED = HANDLE_FAULT.check("delivered", "thread:tcb");
    static final KernelFunction SEND_FAULT_IPC =
            KernelFunction.of(Faults.class, "sendFaultIPC", Phase.PERFORM, "thread:tcb", "handlerCPtr:cptr");
    static final KernelPoint HANDLER_FOUND = SEND_FAULT_IPC.check("handler_found", "handlerCPtr:cptr");
    static final KernelPoint HANDLER_IS_ENDPOINT = SEND_FAULT_IPC.check("handler_is_endpoint", "cap:cap");
    static final KernelPoint HANDLER_CAN_SEND = SEND_FAULT_IPC.check("handler_can_send", "cap:cap");
    static final KernelPoint HANDLER_CAN_REPLY = SEND_FAULT_IPC.check("handler_grant_or_grantreply", "cap:cap");
    static final KernelPoint FAULT_SAVED = SEND_FAULT_IPC.action("fault_saved", "thread:tcb", "faultType:count");
    static final KernelFunction HANDLE_DOUBLE_FAULT =
            KernelFunction.of(Faults.class, "handleDoubleFault", Phase.PERFORM,
            "thread:tcb", "firstFault", "secondFault");

    private final Cap handlerCap = new Cap();

    public Faults(Kernel kernel) {
        super(kernel);
    }

    /** Sends current_fault to the thread's fault handler; a thread whose handler cannot be reached becomes inactive. */
    public void handleFault(long thread) {
        long fault = memory.read(KernelGlobals.CURRENT_FAULT);
        enter(HANDLE_FAULT, thread, fault);
        ExceptionStatus status = sendFaultIPC(thread);
        if (!check(DELIVERED, status == ExceptionStatus.NONE, thread)) {
            handleDoubleFault(thread, fault);
        }
        leave();
    }

    /**
     * Looks the handler up in the thread's own CSpace, saves the fault and calls. The lookup may overwrite
     * current_lookup_fault, so the one that belongs to a capability fault is kept before.
     */
    public ExceptionStatus sendFaultIPC(long thread) {
        long handlerCPtr = Tcb.FAULT_HANDLER.get(memory, thread);
        enter(SEND_FAULT_IPC, thread, handlerCPtr);
        long lookupFault0 = memory.read(KernelGlobals.CURRENT_LOOKUP_FAULT);
        long lookupFault1 = memory.read(KernelGlobals.CURRENT_LOOKUP_FAULT + 8);
        ExceptionStatus status = kernel.cspace().lookupCap(thread, handlerCPtr, handlerCap);
        if (!check(HANDLER_FOUND, status == ExceptionStatus.NONE, handlerCPtr)) {
            globals.setCapFault(handlerCPtr, false);
            return leave(ExceptionStatus.FAULT);
        }
        long cap = handlerCap.word0;
        boolean canGrant = EndpointCap.CAN_GRANT.isSet(handlerCap);
        if (!check(HANDLER_IS_ENDPOINT, handlerCap.is(CapType.ENDPOINT), cap)
                || !check(HANDLER_CAN_SEND, EndpointCap.CAN_SEND.isSet(handlerCap), cap)
                || !check(HANDLER_CAN_REPLY, canGrant || EndpointCap.CAN_GRANT_REPLY.isSet(handlerCap), cap)) {
            globals.setCapFault(handlerCPtr, false);
            lookupFaultMissingCapability(0);
            return leave(ExceptionStatus.FAULT);
        }
        long fault = memory.read(KernelGlobals.CURRENT_FAULT);
        memory.write(thread + Tcb.FAULT, fault);
        memory.write(thread + Tcb.FAULT + 8, memory.read(KernelGlobals.CURRENT_FAULT + 8));
        if (Fault.TYPE.in(fault) == Fault.CAP_FAULT) {
            memory.write(thread + Tcb.LOOKUP_FAILURE, lookupFault0);
            memory.write(thread + Tcb.LOOKUP_FAILURE + 8, lookupFault1);
        }
        act(FAULT_SAVED, thread, Fault.TYPE.in(fault));
        kernel.endpoints().sendIPC(true, true, EndpointCap.BADGE.get(handlerCap), canGrant, true, thread,
                EndpointCap.PTR.get(handlerCap));
        return leave(ExceptionStatus.NONE);
    }

    /** The fault cannot be delivered: the thread stops for good. current_fault says why there is no handler. */
    private void handleDoubleFault(long thread, long firstFault) {
        enter(HANDLE_DOUBLE_FAULT, thread, firstFault, memory.read(KernelGlobals.CURRENT_FAULT));
        kernel.scheduler().setThreadState(thread, ThreadState.INACTIVE);
        leave();
    }

    /** Forgets a thread's saved fault: it was answered, or nobody waits for the answer any more. */
    void clearFault(long thread) {
        memory.write(thread + Tcb.FAULT, Fault.NULL_FAULT);
        memory.write(thread + Tcb.FAULT + 8, 0);
    }
}
