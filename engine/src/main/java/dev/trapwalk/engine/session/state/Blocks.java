package dev.trapwalk.engine.session.state;

import static dev.trapwalk.engine.point.Operand.Kind.COUNT;
import static dev.trapwalk.engine.point.Operand.Kind.CPTR;
import static dev.trapwalk.engine.point.Operand.Kind.ENDPOINT;
import static dev.trapwalk.engine.point.Operand.Kind.FLAG;
import static dev.trapwalk.engine.point.Operand.Kind.NOTIFICATION;
import static dev.trapwalk.engine.point.Operand.Kind.SLOT;
import static dev.trapwalk.engine.point.Operand.Kind.TCB;
import static dev.trapwalk.engine.point.Operand.Kind.THREAD_STATE;
import static dev.trapwalk.engine.point.Operand.Kind.WORD;

import java.util.List;

import dev.trapwalk.engine.object.AsidPoolCap;
import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.IoPortCap;
import dev.trapwalk.engine.object.IrqHandlerCap;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.object.PageDirectoryCap;
import dev.trapwalk.engine.object.PageTableCap;
import dev.trapwalk.engine.object.PdptCap;
import dev.trapwalk.engine.object.Pml4Cap;
import dev.trapwalk.engine.object.ReplyCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadCap;
import dev.trapwalk.engine.object.UntypedCap;
import dev.trapwalk.engine.object.ZombieCap;
import dev.trapwalk.engine.point.Operand;

/** The fields of seL4's blocks in the order in which people read them, with how each is shown. */
public final class Blocks {

    /** Fields of a TCB, without its slots and saved registers. */
    public static final List<FieldSpec> TCB_FIELDS = List.of(of(Tcb.STATE, THREAD_STATE),
            of(Tcb.BLOCKING_OBJECT, WORD), of(Tcb.PRIORITY, COUNT), of(Tcb.MCP, COUNT), of(Tcb.DOMAIN, COUNT),
            of(Tcb.TIME_SLICE, COUNT), of(Tcb.QUEUED, FLAG), of(Tcb.FAULT_HANDLER, CPTR), of(Tcb.IPC_BUFFER, WORD),
            of(Tcb.BOUND_NOTIFICATION, NOTIFICATION), of(Tcb.BLOCKING_BADGE, WORD), of(Tcb.BLOCKING_CAN_GRANT, FLAG),
            of(Tcb.BLOCKING_CAN_GRANT_REPLY, FLAG), of(Tcb.BLOCKING_IS_CALL, FLAG), of(Tcb.FLAGS, WORD),
            of(Tcb.SCHED_NEXT, TCB), of(Tcb.SCHED_PREV, TCB), of(Tcb.EP_NEXT, TCB), of(Tcb.EP_PREV, TCB));
    /** Fields of an endpoint. */
    public static final List<FieldSpec> ENDPOINT_FIELDS =
            List.of(of(Endpoint.STATE, COUNT), of(Endpoint.QUEUE_HEAD, TCB), of(Endpoint.QUEUE_TAIL, TCB));
    /** Fields of a notification. */
    public static final List<FieldSpec> NOTIFICATION_FIELDS = List.of(of(Notification.STATE, COUNT),
            of(Notification.MSG_IDENTIFIER, WORD), of(Notification.QUEUE_HEAD, TCB), of(Notification.QUEUE_TAIL, TCB),
            of(Notification.BOUND_TCB, TCB));
    /** MDB node of a slot. */
    public static final List<FieldSpec> MDB_FIELDS = List.of(of(Cte.MDB_PREV, SLOT), of(Cte.MDB_NEXT, SLOT),
            of(Cte.MDB_REVOCABLE, FLAG), of(Cte.MDB_FIRST_BADGED, FLAG));
    /** Names of a TCB's slots. */
    public static final List<String> TCB_SLOTS = List.of("tcbCTable", "tcbVTable", "tcbReply", "tcbCaller",
            "tcbBuffer");

    private Blocks() {
    }

    /** Fields of a capability of a type, its type field left out. */
    public static List<FieldSpec> capability(CapType type) {
        return switch (type) {
            case UNTYPED -> List.of(of(UntypedCap.PTR, WORD), of(UntypedCap.BLOCK_SIZE, COUNT),
                    of(UntypedCap.FREE_INDEX, COUNT), of(UntypedCap.IS_DEVICE, FLAG));
            case ENDPOINT -> List.of(of(EndpointCap.PTR, ENDPOINT), of(EndpointCap.BADGE, WORD),
                    of(EndpointCap.CAN_SEND, FLAG), of(EndpointCap.CAN_RECEIVE, FLAG), of(EndpointCap.CAN_GRANT, FLAG),
                    of(EndpointCap.CAN_GRANT_REPLY, FLAG));
            case NOTIFICATION -> List.of(of(NotificationCap.PTR, NOTIFICATION), of(NotificationCap.BADGE, WORD),
                    of(NotificationCap.CAN_SEND, FLAG), of(NotificationCap.CAN_RECEIVE, FLAG));
            case REPLY -> List.of(of(ReplyCap.TCB_PTR, TCB), of(ReplyCap.MASTER, FLAG), of(ReplyCap.CAN_GRANT, FLAG));
            case CNODE -> List.of(of(CNodeCap.PTR, WORD), of(CNodeCap.RADIX, COUNT), of(CNodeCap.GUARD, WORD),
                    of(CNodeCap.GUARD_SIZE, COUNT));
            case THREAD -> List.of(of(ThreadCap.PTR, TCB));
            case IRQ_HANDLER -> List.of(of(IrqHandlerCap.IRQ, COUNT));
            case ZOMBIE -> List.of(of(ZombieCap.ID, WORD), of(ZombieCap.TYPE, COUNT));
            case FRAME -> List.of(of(FrameCap.BASE_PTR, WORD), of(FrameCap.SIZE, COUNT), of(FrameCap.VM_RIGHTS, COUNT),
                    of(FrameCap.IS_DEVICE, FLAG), of(FrameCap.MAPPED_ASID, COUNT), of(FrameCap.MAPPED_ADDRESS, WORD),
                    of(FrameCap.MAP_TYPE, COUNT));
            case PAGE_TABLE -> List.of(of(PageTableCap.BASE_PTR, WORD), of(PageTableCap.IS_MAPPED, FLAG),
                    of(PageTableCap.MAPPED_ASID, COUNT), of(PageTableCap.MAPPED_ADDRESS, WORD));
            case PAGE_DIRECTORY -> List.of(of(PageDirectoryCap.BASE_PTR, WORD), of(PageDirectoryCap.IS_MAPPED, FLAG),
                    of(PageDirectoryCap.MAPPED_ASID, COUNT), of(PageDirectoryCap.MAPPED_ADDRESS, WORD));
            case PDPT -> List.of(of(PdptCap.BASE_PTR, WORD), of(PdptCap.IS_MAPPED, FLAG),
                    of(PdptCap.MAPPED_ASID, COUNT), of(PdptCap.MAPPED_ADDRESS, WORD));
            case PML4 -> List.of(of(Pml4Cap.BASE_PTR, WORD), of(Pml4Cap.IS_MAPPED, FLAG),
                    of(Pml4Cap.MAPPED_ASID, COUNT));
            case ASID_POOL -> List.of(of(AsidPoolCap.POOL, WORD), of(AsidPoolCap.ASID_BASE, COUNT));
            case IO_PORT -> List.of(of(IoPortCap.FIRST_PORT, WORD), of(IoPortCap.LAST_PORT, WORD));
            default -> List.of();
        };
    }

    private static FieldSpec of(BitField field, Operand.Kind kind) {
        return new FieldSpec(field, kind);
    }
}
