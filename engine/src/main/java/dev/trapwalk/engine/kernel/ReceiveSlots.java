package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/** Where a receiver wants a transferred capability to be put: the three receive words of its IPC buffer. */
public final class ReceiveSlots extends KernelPart {

    static final KernelFunction GET_RECEIVE_SLOTS =
            KernelFunction.of(ReceiveSlots.class, "getReceiveSlots", Phase.PERFORM, "thread:tcb");
    static final KernelPoint HAS_BUFFER = GET_RECEIVE_SLOTS.check("has_buffer", "buffer");
    static final KernelPoint ROOT_FOUND = GET_RECEIVE_SLOTS.check("root_found", "receiveRoot:cptr");
    static final KernelPoint SLOT_FOUND = GET_RECEIVE_SLOTS.check("slot_found", "receiveIndex", "receiveDepth:count");
    static final KernelPoint RECEIVE_SLOT_EMPTY = GET_RECEIVE_SLOTS.check("slot_empty", "slot:slot", "cap:cap");

    static final KernelFunction LOAD_CAP_TRANSFER =
            KernelFunction.of(ReceiveSlots.class, "loadCapTransfer", Phase.PERFORM, "buffer");
    static final KernelPoint TRANSFER_LOADED = LOAD_CAP_TRANSFER.action("transfer_loaded", "receiveRoot:cptr",
            "receiveIndex", "receiveDepth:count");

    private final Cap cnode = new Cap();
    private long receiveRoot;
    private long receiveIndex;
    private long receiveDepth;

    public ReceiveSlots(Kernel kernel) {
        super(kernel);
    }

    /**
     * The one slot into which a capability of the message may be put.
     *
     * @param buffer kernel window address of the receiver's IPC buffer, or 0
     * @return the empty slot, or 0 when the receiver names none; that is no error, the capability is just not
     *        transferred
     */
    public long getReceiveSlots(long thread, long buffer) {
        enter(GET_RECEIVE_SLOTS, thread);
        if (!check(HAS_BUFFER, buffer != 0, buffer)) {
            return leave(0L);
        }
        loadCapTransfer(buffer);
        CSpace cspace = kernel.cspace();
        if (!check(ROOT_FOUND, cspace.lookupCap(thread, receiveRoot, cnode) == ExceptionStatus.NONE, receiveRoot)) {
            return leave(0L);
        }
        if (!check(SLOT_FOUND, cspace.lookupTargetSlot(cnode, receiveIndex, receiveDepth) == ExceptionStatus.NONE,
                receiveIndex, receiveDepth)) {
            return leave(0L);
        }
        long slot = cspace.foundSlot();
        long word0 = memory.read(slot);
        if (!check(RECEIVE_SLOT_EMPTY, CapType.TYPE.in(word0) == CapType.NULL.tag(), slot, word0)) {
            return leave(0L);
        }
        return leave(slot);
    }

    /** Reads the receive words: CNode, index and depth. */
    private void loadCapTransfer(long buffer) {
        enter(LOAD_CAP_TRANSFER, buffer);
        receiveRoot = memory.read(buffer + 8L * IpcBuffer.RECEIVE_CNODE);
        receiveIndex = memory.read(buffer + 8L * IpcBuffer.RECEIVE_INDEX);
        receiveDepth = memory.read(buffer + 8L * IpcBuffer.RECEIVE_DEPTH);
        act(TRANSFER_LOADED, receiveRoot, receiveIndex, receiveDepth);
        leave();
    }
}
