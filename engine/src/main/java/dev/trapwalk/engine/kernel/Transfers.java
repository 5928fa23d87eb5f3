package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.Fault;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Moves a message and its capabilities from one thread to another (kernel/thread.c, object/tcb.c,
 * arch/x86/kernel/vspace.c; manual section "Message Passing (IPC)").
 *
 * <p>Four message words travel in registers, the others and the capability pointers through the IPC buffers. Who has no
 * usable buffer sends and receives only four words and no capabilities.
 */
public final class Transfers extends KernelPart {

    static final KernelFunction DO_IPC_TRANSFER = KernelFunction.of(Transfers.class, "doIPCTransfer", Phase.PERFORM,
            "sender:tcb", "endpoint:endpoint", "badge", "receiver:tcb");
    static final KernelPoint NO_FAULT = DO_IPC_TRANSFER.branch("no_fault", "sender:tcb", "faultType:count");

    static final KernelFunction DO_NORMAL_TRANSFER = KernelFunction.of(Transfers.class, "doNormalTransfer",
            Phase.PERFORM, "sender:tcb", "receiver:tcb", "badge", "canGrant:flag");
    static final KernelPoint MAY_SEND_CAPS = DO_NORMAL_TRANSFER.branch("may_send_caps", "canGrant:flag");
    static final KernelPoint SENT_CAPS_FOUND = DO_NORMAL_TRANSFER.branch("sent_caps_found", "msgInfo:message_info");
    static final KernelPoint TAG_DELIVERED =
            DO_NORMAL_TRANSFER.action("tag_delivered", "receiver:tcb", "msgInfo:message_info", "badge");

    static final KernelFunction DO_FAULT_TRANSFER = KernelFunction.of(Transfers.class, "doFaultTransfer", Phase.PERFORM,
            "badge", "sender:tcb", "receiver:tcb");
    static final KernelPoint FAULT_DELIVERED =
            DO_FAULT_TRANSFER.action("fault_delivered", "receiver:tcb", "msgInfo:message_info", "badge");

    static final KernelFunction TRANSFER_CAPS = KernelFunction.of(Transfers.class, "transferCaps", Phase.PERFORM,
            "msgInfo:message_info", "endpoint:endpoint", "receiver:tcb");
    static final KernelPoint CAPS_TO_TRANSFER = TRANSFER_CAPS.branch("caps_to_transfer", "slot:slot", "receiveBuffer");
    static final KernelPoint UNWRAPPED =
            TRANSFER_CAPS.branch("unwrapped", "index:count", "cap:cap", "endpoint:endpoint");
    static final KernelPoint RECEIVE_SLOT_FREE =
            TRANSFER_CAPS.check("receive_slot_free", "index:count", "destSlot:slot");
    static final KernelPoint DERIVED = TRANSFER_CAPS.check("derived", "index:count", "slot:slot", "cap:cap");
    static final KernelPoint NOT_NULL = TRANSFER_CAPS.check("not_null", "index:count", "slot:slot");
    static final KernelPoint CAP_TRANSFERRED =
            TRANSFER_CAPS.action("cap_transferred", "index:count", "slot:slot", "destSlot:slot");

    static final KernelFunction DO_NB_RECV_FAILED_TRANSFER =
            KernelFunction.of(Transfers.class, "doNBRecvFailedTransfer", Phase.PERFORM, "thread:tcb");

    static final KernelFunction LOOKUP_IPC_BUFFER =
            KernelFunction.of(Transfers.class, "lookupIPCBuffer", Phase.LOOKUP, "isReceiver:flag", "thread:tcb");
    static final KernelPoint BUFFER_IS_FRAME = LOOKUP_IPC_BUFFER.check("frame", "cap:cap");
    static final KernelPoint BUFFER_NOT_DEVICE = LOOKUP_IPC_BUFFER.check("not_device", "cap:cap");
    static final KernelPoint BUFFER_RIGHTS = LOOKUP_IPC_BUFFER.check("rights", "vmRights:count", "isReceiver:flag");
    static final KernelPoint BUFFER_FOUND = LOOKUP_IPC_BUFFER.action("buffer_found", "thread:tcb", "buffer");

    static final KernelFunction LOOKUP_EXTRA_CAPS = KernelFunction.of(Transfers.class, "lookupExtraCaps", Phase.LOOKUP,
            "thread:tcb", "msgInfo:message_info");
    static final KernelPoint HAS_BUFFER = LOOKUP_EXTRA_CAPS.branch("has_buffer", "buffer");
    static final KernelPoint EXTRA_CAP_FOUND = LOOKUP_EXTRA_CAPS.check("extra_cap_found", "index:count", "cptr:cptr");
    static final KernelFunction GET_EXTRA_CPTR =
            KernelFunction.of(Transfers.class, "getExtraCPtr", Phase.LOOKUP, "buffer", "index:count");
    static final KernelFunction SET_EXTRA_BADGE =
            KernelFunction.of(Transfers.class, "setExtraBadge", Phase.PERFORM, "buffer", "badge", "index:count");

    static final KernelFunction COPY_M_RS = KernelFunction.of(Transfers.class, "copyMRs", Phase.PERFORM, "sender:tcb",
            "receiver:tcb", "length:count");
    static final KernelPoint BOTH_HAVE_BUFFER = COPY_M_RS.branch("both_have_buffer", "sendBuffer", "receiveBuffer");
    static final KernelPoint MRS_COPIED = COPY_M_RS.action("mrs_copied", "length:count");

    /** vm_rights_t. */
    private static final int VM_READ_ONLY = 2;
    private static final int VM_READ_WRITE = 3;

    private final Cap bufferCap = new Cap();
    private final Cap sentCap = new Cap();

    public Transfers(Kernel kernel) {
        super(kernel);
    }

    /** A sender with a saved fault delivers that fault instead of its message. */
    public void doIPCTransfer(long sender, long endpoint, long badge, boolean grant, long receiver) {
        enter(DO_IPC_TRANSFER, sender, endpoint, badge, receiver);
        long receiveBuffer = lookupIPCBuffer(true, receiver);
        long faultType = Fault.TYPE.get(memory, sender + Tcb.FAULT);
        if (check(NO_FAULT, faultType == Fault.NULL_FAULT, sender, faultType)) {
            long sendBuffer = lookupIPCBuffer(false, sender);
            doNormalTransfer(sender, sendBuffer, endpoint, badge, grant, receiver, receiveBuffer);
        } else {
            doFaultTransfer(badge, sender, receiver, receiveBuffer);
        }
        leave();
    }

    /** Message words, capabilities (only with the grant right), message info and badge. */
    private void doNormalTransfer(long sender, long sendBuffer, long endpoint, long badge, boolean canGrant,
            long receiver, long receiveBuffer) {
        enter(DO_NORMAL_TRANSFER, sender, receiver, badge, canGrant ? 1 : 0);
        long tag = MessageInfo.clamped(Tcb.register(memory, sender, Register.MSG_INFO));
        if (check(MAY_SEND_CAPS, canGrant, canGrant ? 1 : 0)) {
            ExceptionStatus status = lookupExtraCaps(sender, sendBuffer, tag);
            if (!check(SENT_CAPS_FOUND, status == ExceptionStatus.NONE, tag)) {
                setExtraCap(0, 0);
            }
        } else {
            setExtraCap(0, 0);
        }
        int transferred = copyMRs(sender, sendBuffer, receiver, receiveBuffer, (int) MessageInfo.LENGTH.in(tag));
        tag = transferCaps(tag, endpoint, receiver, receiveBuffer);
        tag = MessageInfo.LENGTH.put(tag, transferred);
        Tcb.setRegister(memory, receiver, Register.MSG_INFO, tag);
        Tcb.setRegister(memory, receiver, Register.CAP, badge);
        act(TAG_DELIVERED, receiver, tag, badge);
        leave();
    }

    /** What a fault handler receives; the label is the kind of fault. */
    public void doFaultTransfer(long badge, long sender, long receiver, long receiverBuffer) {
        enter(DO_FAULT_TRANSFER, badge, sender, receiver);
        int sent = kernel.faultMessages().setMRs_fault(sender, receiver, receiverBuffer);
        long tag = MessageInfo.of(Fault.TYPE.get(memory, sender + Tcb.FAULT), 0, 0, sent);
        Tcb.setRegister(memory, receiver, Register.MSG_INFO, tag);
        Tcb.setRegister(memory, receiver, Register.CAP, badge);
        act(FAULT_DELIVERED, receiver, tag, badge);
        leave();
    }

    /**
     * Moves the looked-up extra capabilities. One of the very endpoint that is used arrives as its badge (unwrapped);
     * of the others the first goes to the receive slot, and the next one ends the transfer.
     */
    private long transferCaps(long info, long endpoint, long receiver, long receiveBuffer) {
        enter(TRANSFER_CAPS, info, endpoint, receiver);
        long tag = MessageInfo.CAPS_UNWRAPPED.put(MessageInfo.EXTRA_CAPS.put(info, 0), 0);
        long first = extraCap(0);
        if (!check(CAPS_TO_TRANSFER, first != 0 && receiveBuffer != 0, first, receiveBuffer)) {
            return leave(tag);
        }
        long destSlot = kernel.receiveSlots().getReceiveSlots(receiver, receiveBuffer);
        int i = 0;
        for (; i < MessageInfo.MAX_EXTRA_CAPS && extraCap(i) != 0; i++) {
            long slot = extraCap(i);
            sentCap.load(memory, slot);
            if (check(UNWRAPPED, sentCap.is(CapType.ENDPOINT) && EndpointCap.PTR.get(sentCap) == endpoint, i,
                    sentCap.word0, endpoint)) {
                setExtraBadge(receiveBuffer, EndpointCap.BADGE.get(sentCap), i);
                tag = MessageInfo.CAPS_UNWRAPPED.put(tag, MessageInfo.CAPS_UNWRAPPED.in(tag) | 1L << i);
            } else if (receiveInto(destSlot, slot, i)) {
                destSlot = 0;
            } else {
                break;
            }
        }
        return leave(MessageInfo.EXTRA_CAPS.put(tag, i));
    }

    private boolean receiveInto(long destSlot, long slot, int index) {
        if (!check(RECEIVE_SLOT_FREE, destSlot != 0, index, destSlot)) {
            return false;
        }
        ExceptionStatus status = kernel.capabilities().deriveCap(slot, sentCap);
        if (!check(DERIVED, status == ExceptionStatus.NONE, index, slot, sentCap.word0)
                || !check(NOT_NULL, !sentCap.isNull(), index, slot)) {
            return false;
        }
        kernel.mdb().cteInsert(sentCap, slot, destSlot);
        act(CAP_TRANSFERRED, index, slot, destSlot);
        return true;
    }

    /** NBRecv found nothing: the badge 0 says so, and nothing else changes. */
    public void doNBRecvFailedTransfer(long thread) {
        enter(DO_NB_RECV_FAILED_TRANSFER, thread);
        Tcb.setRegister(memory, thread, Register.CAP, 0);
        leave();
    }

    /**
     * Where a thread's IPC buffer is, as the kernel reaches it.
     *
     * @return kernel window address, or 0 if the thread has none that it may use for this (a receiver needs write
     * access)
     */
    public long lookupIPCBuffer(boolean isReceiver, long thread) {
        enter(LOOKUP_IPC_BUFFER, isReceiver ? 1 : 0, thread);
        bufferCap.load(memory, Tcb.slot(thread, Tcb.BUFFER));
        if (!check(BUFFER_IS_FRAME, bufferCap.is(CapType.FRAME), bufferCap.word0)
                || !check(BUFFER_NOT_DEVICE, !FrameCap.IS_DEVICE.isSet(bufferCap), bufferCap.word0)) {
            return leave(0L);
        }
        long rights = FrameCap.VM_RIGHTS.get(bufferCap);
        if (!check(BUFFER_RIGHTS, rights == VM_READ_WRITE || !isReceiver && rights == VM_READ_ONLY, rights,
                isReceiver ? 1 : 0)) {
            return leave(0L);
        }
        long offset = Tcb.IPC_BUFFER.get(memory, thread) & (1L << pageBits(FrameCap.SIZE.get(bufferCap))) - 1;
        long buffer = FrameCap.BASE_PTR.get(bufferCap) + offset;
        act(BUFFER_FOUND, thread, buffer);
        return leave(buffer);
    }

    /** log2 of the bytes of a frame, by capFSize: 4 KiB, 2 MiB or 1 GiB. */
    private static int pageBits(long size) {
        return 12 + 9 * (int) size;
    }

    /**
     * Finds the slots of the capabilities sent along; sets current_extra_caps, and current_fault when one is not there.
     */
    public ExceptionStatus lookupExtraCaps(long thread, long buffer, long info) {
        enter(LOOKUP_EXTRA_CAPS, thread, info);
        if (!check(HAS_BUFFER, buffer != 0, buffer)) {
            setExtraCap(0, 0);
            return leave(ExceptionStatus.NONE);
        }
        int count = (int) MessageInfo.EXTRA_CAPS.in(info);
        for (int i = 0; i < count; i++) {
            long cptr = getExtraCPtr(buffer, i);
            ExceptionStatus status = kernel.cspace().lookupSlot(thread, cptr);
            if (!check(EXTRA_CAP_FOUND, status == ExceptionStatus.NONE, i, cptr)) {
                globals.setCapFault(cptr, false);
                return leave(status);
            }
            setExtraCap(i, kernel.cspace().foundSlot());
        }
        if (count < MessageInfo.MAX_EXTRA_CAPS) {
            setExtraCap(count, 0);
        }
        return leave(ExceptionStatus.NONE);
    }

    private long getExtraCPtr(long buffer, int i) {
        enter(GET_EXTRA_CPTR, buffer, i);
        return leave(memory.read(buffer + 8L * (IpcBuffer.CAPS_OR_BADGES + i)));
    }

    private void setExtraBadge(long buffer, long badge, int i) {
        enter(SET_EXTRA_BADGE, buffer, badge, i);
        memory.write(buffer + 8L * (IpcBuffer.CAPS_OR_BADGES + i), badge);
        leave();
    }

    /**
     * Copies message words: four in registers, the others only if both threads have a buffer.
     *
     * @return how many were copied
     */
    public int copyMRs(long sender, long sendBuffer, long receiver, long receiveBuffer, int length) {
        enter(COPY_M_RS, sender, receiver, length);
        int i = 0;
        for (; i < length && i < Register.MESSAGE_REGISTERS; i++) {
            Register register = Register.message(i);
            Tcb.setRegister(memory, receiver, register, Tcb.register(memory, sender, register));
        }
        if (check(BOTH_HAVE_BUFFER, receiveBuffer != 0 && sendBuffer != 0, sendBuffer, receiveBuffer)) {
            for (; i < length; i++) {
                long offset = 8L * (IpcBuffer.MESSAGE + i);
                memory.write(receiveBuffer + offset, memory.read(sendBuffer + offset));
            }
        }
        act(MRS_COPIED, i);
        return leave(i);
    }

    private long extraCap(int index) {
        return memory.read(KernelGlobals.CURRENT_EXTRA_CAPS + 8L * index);
    }

    private void setExtraCap(int index, long slot) {
        memory.write(KernelGlobals.CURRENT_EXTRA_CAPS + 8L * index, slot);
    }
}
