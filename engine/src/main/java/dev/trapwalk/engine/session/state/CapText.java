package dev.trapwalk.engine.session.state;

import dev.trapwalk.engine.object.AsidPoolCap;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.IoPortCap;
import dev.trapwalk.engine.object.IrqHandlerCap;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.object.PageDirectoryCap;
import dev.trapwalk.engine.object.PageTableCap;
import dev.trapwalk.engine.object.PdptCap;
import dev.trapwalk.engine.object.Pml4Cap;
import dev.trapwalk.engine.object.ReplyCap;
import dev.trapwalk.engine.object.ThreadCap;
import dev.trapwalk.engine.object.UntypedCap;

/** Capabilities in words: type, object, rights, badge or what else tells one from another. */
final class CapText {

    private final Describer describer;

    CapText(Describer describer) {
        this.describer = describer;
    }

    String text(long w0, long w1) {
        CapType type = CapType.of(w0);
        return switch (type) {
            case ENDPOINT -> named(type, EndpointCap.PTR.in(w0)) + "  " + endpointRights(w0) + badge(w1);
            case NOTIFICATION -> named(type, NotificationCap.PTR.in(w0)) + "  " + notificationRights(w0) + badge(w1);
            case CNODE -> named(type, CNodeCap.PTR.in(w0)) + "  guard " + Describer.hex(w1) + "/"
                    + CNodeCap.GUARD_SIZE.in(w0) + " radix " + CNodeCap.RADIX.in(w0);
            case UNTYPED -> type + " " + describer.untyped(UntypedCap.PTR.in(w0)) + "  2^"
                    + UntypedCap.BLOCK_SIZE.in(w1) + " bytes, "
                    + (UntypedCap.FREE_INDEX.in(w1) << 4) + " used"
                        + (UntypedCap.IS_DEVICE.in(w1) != 0 ? ", device" : "");
            case THREAD -> type + " " + describer.thread(ThreadCap.PTR.in(w0));
            case REPLY -> type + " to " + describer.thread(w1) + (ReplyCap.MASTER.in(w0) != 0 ? " (master)" : "")
                    + (ReplyCap.CAN_GRANT.in(w0) != 0 ? "  G" : "");
            case FRAME -> named(type, FrameCap.BASE_PTR.in(w1)) + mapped(FrameCap.MAPPED_ASID.in(w1) != 0,
                    FrameCap.MAPPED_ADDRESS.in(w0));
            case PAGE_TABLE -> named(type, PageTableCap.BASE_PTR.in(w1))
                    + mapped(PageTableCap.IS_MAPPED.in(w0) != 0, PageTableCap.MAPPED_ADDRESS.in(w0));
            case PAGE_DIRECTORY -> named(type, PageDirectoryCap.BASE_PTR.in(w1))
                    + mapped(PageDirectoryCap.IS_MAPPED.in(w0) != 0, PageDirectoryCap.MAPPED_ADDRESS.in(w0));
            case PDPT -> named(type, PdptCap.BASE_PTR.in(w1))
                    + mapped(PdptCap.IS_MAPPED.in(w0) != 0, PdptCap.MAPPED_ADDRESS.in(w0));
            case PML4 -> named(type, w1) + "  asid " + Pml4Cap.MAPPED_ASID.in(w0);
            case ASID_POOL -> named(type, AsidPoolCap.POOL.in(w0)) + "  base " + AsidPoolCap.ASID_BASE.in(w0);
            case IRQ_HANDLER -> type + " " + IrqHandlerCap.IRQ.in(w1);
            case IO_PORT -> type + " " + Describer.hex(IoPortCap.FIRST_PORT.in(w0)) + ".."
                    + Describer.hex(IoPortCap.LAST_PORT.in(w0));
            case ZOMBIE -> type + " " + Describer.hex(w1);
            default -> type.toString();
        };
    }

    /** What word 0 alone tells. */
    String word0(long w0) {
        CapType type = CapType.of(w0);
        return switch (type) {
            case ENDPOINT -> named(type, EndpointCap.PTR.in(w0)) + "  " + endpointRights(w0);
            case NOTIFICATION -> named(type, NotificationCap.PTR.in(w0)) + "  " + notificationRights(w0);
            case CNODE -> named(type, CNodeCap.PTR.in(w0));
            case UNTYPED -> type + " " + describer.untyped(UntypedCap.PTR.in(w0));
            case THREAD -> type + " " + describer.thread(ThreadCap.PTR.in(w0));
            default -> type.toString();
        };
    }

    static String endpointRights(long w0) {
        return letters(EndpointCap.CAN_RECEIVE.in(w0), EndpointCap.CAN_SEND.in(w0), EndpointCap.CAN_GRANT.in(w0),
                EndpointCap.CAN_GRANT_REPLY.in(w0));
    }

    static String notificationRights(long w0) {
        return letters(NotificationCap.CAN_RECEIVE.in(w0), NotificationCap.CAN_SEND.in(w0), 0, 0);
    }

    private static String letters(long read, long write, long grant, long grantReply) {
        return Describer.rights(write | read << 1 | grant << 2 | grantReply << 3);
    }

    private static String badge(long badge) {
        return badge == 0 ? "" : "  badge " + Describer.hex(badge);
    }

    private static String mapped(boolean mapped, long address) {
        return mapped ? "  at " + Describer.hex(address) : "  not mapped";
    }

    private String named(CapType type, long pointer) {
        return type + " " + describer.object(pointer);
    }
}
