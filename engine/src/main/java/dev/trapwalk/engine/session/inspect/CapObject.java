package dev.trapwalk.engine.session.inspect;

import dev.trapwalk.engine.object.AsidPoolCap;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.Cap;
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
import dev.trapwalk.engine.object.PageTableEntry;
import dev.trapwalk.engine.object.PdptCap;
import dev.trapwalk.engine.object.ReplyCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadCap;
import dev.trapwalk.engine.object.UntypedCap;
import dev.trapwalk.engine.object.ZombieCap;

/**
 * What a capability stands for: two capabilities with equal ones stand for the same thing.
 *
 * @param type type of a capability to it; a zombie still stands for its CNode or thread
 * @param id kernel window address of the object, of a thread its tcb_t; for what has no memory a number of its own
 * @param sizeBits log2 of the object's bytes; {@link #NO_MEMORY} for interrupts, ports, replies and controls
 */
public record CapObject(CapType type, long id, int sizeBits) {

    /** Size of what has no memory. */
    public static final int NO_MEMORY = -1;

    /** What a capability of these two words stands for; of the null capability: nothing at address 0. */
    public static CapObject of(long w0, long w1) {
        CapType type = CapType.of(w0);
        return switch (type) {
            case UNTYPED -> new CapObject(type, UntypedCap.PTR.in(w0), (int) UntypedCap.BLOCK_SIZE.in(w1));
            case ENDPOINT -> new CapObject(type, EndpointCap.PTR.in(w0), Endpoint.SIZE_BITS);
            case NOTIFICATION -> new CapObject(type, NotificationCap.PTR.in(w0), Notification.SIZE_BITS);
            case CNODE -> new CapObject(type, CNodeCap.PTR.in(w0), (int) CNodeCap.RADIX.in(w0) + Cte.SIZE_BITS);
            case THREAD -> new CapObject(type, ThreadCap.PTR.in(w0), Tcb.SIZE_BITS);
            case REPLY -> new CapObject(type, ReplyCap.TCB_PTR.in(w1), NO_MEMORY);
            case FRAME -> new CapObject(type, FrameCap.BASE_PTR.in(w1), FrameCap.pageBits(FrameCap.SIZE.in(w0)));
            case PAGE_TABLE -> new CapObject(type, PageTableCap.BASE_PTR.in(w1), PageTableEntry.TABLE_BITS);
            case PAGE_DIRECTORY -> new CapObject(type, PageDirectoryCap.BASE_PTR.in(w1), PageTableEntry.TABLE_BITS);
            case PDPT -> new CapObject(type, PdptCap.BASE_PTR.in(w1), PageTableEntry.TABLE_BITS);
            case PML4 -> new CapObject(type, w1, PageTableEntry.TABLE_BITS);
            case ASID_POOL -> new CapObject(type, AsidPoolCap.POOL.in(w0), PageTableEntry.TABLE_BITS);
            case ZOMBIE -> zombie(new Cap().set(w0, w1));
            case IRQ_HANDLER -> new CapObject(type, IrqHandlerCap.IRQ.in(w1), NO_MEMORY);
            case IO_PORT -> new CapObject(type, IoPortCap.FIRST_PORT.in(w0) << 16 | IoPortCap.LAST_PORT.in(w0),
                    NO_MEMORY);
            default -> new CapObject(type, 0, NO_MEMORY);
        };
    }

    private static CapObject zombie(Cap cap) {
        long start = ZombieCap.ptr(cap);
        return ZombieCap.isTcb(cap) ? new CapObject(CapType.THREAD, start + Tcb.TCB_OFFSET, Tcb.SIZE_BITS)
                : new CapObject(CapType.CNODE, start, ZombieCap.bits(cap) + Cte.SIZE_BITS);
    }

    /** Whether it is an object in memory. */
    public boolean hasMemory() {
        return sizeBits != NO_MEMORY;
    }

    /** First byte of the object's memory, kernel window address. */
    public long start() {
        return type == CapType.THREAD ? id - Tcb.TCB_OFFSET : id;
    }

    /** Size of the object's memory in bytes; 0 for what has none. */
    public long bytes() {
        return hasMemory() ? 1L << sizeBits : 0;
    }

    /** Number of capability slots in its memory: those of a CNode, and the five of a thread. */
    public int slots() {
        return type == CapType.CNODE ? 1 << sizeBits - Cte.SIZE_BITS : type == CapType.THREAD ? Tcb.SLOTS : 0;
    }
}
