package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Fault;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * What a fault handler is told, and what its reply does (api/faults.c, arch/x86/api/faults.c; manual section "Faults").
 *
 * <p>Unknown system calls and user exceptions send the thread's registers, and a reply of the same shape writes them
 * back; its label 0 restarts the thread. Capability and VM faults say where and why, and any reply restarts.
 */
public final class FaultMessages extends KernelPart {

    static final KernelFunction SET_M_RS_FAULT = KernelFunction.of(FaultMessages.class, "setMRs_fault", Phase.PERFORM,
            "sender:tcb", "receiver:tcb", "faultType:count");
    static final KernelFunction ARCH_SET_M_RS_FAULT = KernelFunction.of(FaultMessages.class, "Arch_setMRs_fault",
            Phase.PERFORM, "sender:tcb", "receiver:tcb", "faultType:count");
    static final KernelFunction COPY_M_RS_FAULT = KernelFunction.of(FaultMessages.class, "copyMRsFault", Phase.PERFORM,
            "sender:tcb", "receiver:tcb", "length:count");
    static final KernelFunction HANDLE_FAULT_REPLY = KernelFunction.of(FaultMessages.class, "handleFaultReply",
            Phase.PERFORM, "receiver:tcb", "sender:tcb", "faultType:count");
    static final KernelPoint LABEL_ZERO = HANDLE_FAULT_REPLY.branch("label_zero", "label:count");
    static final KernelFunction ARCH_HANDLE_FAULT_REPLY =
            KernelFunction.of(FaultMessages.class, "Arch_handleFaultReply",
            Phase.PERFORM, "receiver:tcb", "sender:tcb", "faultType:count");
    static final KernelFunction COPY_M_RS_FAULT_REPLY = KernelFunction.of(FaultMessages.class, "copyMRsFaultReply",
            Phase.PERFORM, "sender:tcb", "receiver:tcb", "length:count");

    /** seL4_UnknownSyscall_Msg without the system call number: fault_messages[MessageID_Syscall]. */
    private static final Register[] SYSCALL_MESSAGE = {Register.RAX, Register.RBX, Register.RCX, Register.RDX,
        Register.RSI, Register.RDI, Register.RBP, Register.R8, Register.R9, Register.R10, Register.R11, Register.R12,
        Register.R13, Register.R14, Register.R15, Register.FAULT_IP, Register.RSP, Register.FLAGS};
    /** seL4_UserException_Msg without number and code: fault_messages[MessageID_Exception]. */
    private static final Register[] EXCEPTION_MESSAGE = {Register.FAULT_IP, Register.RSP, Register.FLAGS};

    /** Word of a capability fault's message from which on the failed lookup is told. */
    private static final int CAP_FAULT_LOOKUP_FAILURE = 3;

    public FaultMessages(Kernel kernel) {
        super(kernel);
    }

    /** Tells the handler of a fault; returns the message length. */
    public int setMRs_fault(long sender, long receiver, long receiveBuffer) {
        long fault = memory.read(sender + Tcb.FAULT);
        long value = memory.read(sender + Tcb.FAULT + 8);
        int type = (int) Fault.TYPE.in(fault);
        enter(SET_M_RS_FAULT, sender, receiver, type);
        ErrorMessages messages = kernel.errorMessages();
        switch (type) {
            case Fault.CAP_FAULT: {
                messages.setMR(receiver, receiveBuffer, 0, Tcb.register(memory, sender, Register.FAULT_IP));
                messages.setMR(receiver, receiveBuffer, 1, value);
                messages.setMR(receiver, receiveBuffer, 2, Fault.IN_RECEIVE_PHASE.in(fault));
                return leave(messages.setMRs_lookup_failure(receiver, receiveBuffer, sender + Tcb.LOOKUP_FAILURE,
                        CAP_FAULT_LOOKUP_FAILURE));
            }
            case Fault.UNKNOWN_SYSCALL: {
                copyMRsFault(sender, receiver, SYSCALL_MESSAGE, receiveBuffer);
                return leave(messages.setMR(receiver, receiveBuffer, SYSCALL_MESSAGE.length, value));
            }
            case Fault.USER_EXCEPTION: {
                copyMRsFault(sender, receiver, EXCEPTION_MESSAGE, receiveBuffer);
                messages.setMR(receiver, receiveBuffer, EXCEPTION_MESSAGE.length, Fault.NUMBER.in(fault));
                return leave(messages.setMR(receiver, receiveBuffer, EXCEPTION_MESSAGE.length + 1,
                        Fault.CODE.in(fault)));
            }
            default:
                return leave(Arch_setMRs_fault(sender, receiver, receiveBuffer, type));
        }
    }

    /** A VM fault: instruction pointer, address, whether an instruction was fetched, and the error code. */
    private int Arch_setMRs_fault(long sender, long receiver, long receiveBuffer, int type) {
        enter(ARCH_SET_M_RS_FAULT, sender, receiver, type);
        if (type != Fault.VM_FAULT) {
            throw new NotModelledException("Arch_setMRs_fault: fault type " + type);
        }
        long fault = memory.read(sender + Tcb.FAULT);
        ErrorMessages messages = kernel.errorMessages();
        messages.setMR(receiver, receiveBuffer, 0, Tcb.register(memory, sender, Register.FAULT_IP));
        messages.setMR(receiver, receiveBuffer, 1, memory.read(sender + Tcb.FAULT + 8));
        messages.setMR(receiver, receiveBuffer, 2, Fault.INSTRUCTION_FAULT.in(fault));
        return leave(messages.setMR(receiver, receiveBuffer, 3, Fault.FSR.in(fault)));
    }

    private void copyMRsFault(long sender, long receiver, Register[] message, long receiveBuffer) {
        enter(COPY_M_RS_FAULT, sender, receiver, message.length);
        for (int i = 0; i < message.length; i++) {
            long value = Tcb.register(memory, sender, message[i]);
            if (i < Register.MESSAGE_REGISTERS) {
                Tcb.setRegister(memory, receiver, Register.message(i), value);
            } else if (receiveBuffer != 0) {
                memory.write(receiveBuffer + 8L * (IpcBuffer.MESSAGE + i), value);
            }
        }
        leave();
    }

    /**
     * Carries out the answer to a fault.
     *
     * @return whether the faulting thread starts again; else it becomes inactive
     */
    public boolean handleFaultReply(long receiver, long sender) {
        int type = (int) Fault.TYPE.get(memory, receiver + Tcb.FAULT);
        enter(HANDLE_FAULT_REPLY, receiver, sender, type);
        long tag = MessageInfo.clamped(Tcb.register(memory, sender, Register.MSG_INFO));
        long label = MessageInfo.LABEL.in(tag);
        int length = (int) MessageInfo.LENGTH.in(tag);
        switch (type) {
            case Fault.CAP_FAULT:
                return leave(true);
            case Fault.UNKNOWN_SYSCALL:
                copyMRsFaultReply(sender, receiver, SYSCALL_MESSAGE, Math.min(length, SYSCALL_MESSAGE.length));
                return leave(check(LABEL_ZERO, label == 0, label));
            case Fault.USER_EXCEPTION:
                copyMRsFaultReply(sender, receiver, EXCEPTION_MESSAGE, Math.min(length, EXCEPTION_MESSAGE.length));
                return leave(check(LABEL_ZERO, label == 0, label));
            default:
                return leave(Arch_handleFaultReply(receiver, sender, type));
        }
    }

    /** Any reply to a VM fault restarts the thread: it is for the handler to have mapped the page. */
    private boolean Arch_handleFaultReply(long receiver, long sender, int type) {
        enter(ARCH_HANDLE_FAULT_REPLY, receiver, sender, type);
        if (type != Fault.VM_FAULT) {
            throw new NotModelledException("Arch_handleFaultReply: fault type " + type);
        }
        return leave(true);
    }

    /** Writes the registers of the reply into the faulting thread, as far as a user may set them. */
    private void copyMRsFaultReply(long sender, long receiver, Register[] message, int length) {
        enter(COPY_M_RS_FAULT_REPLY, sender, receiver, length);
        int i = 0;
        for (; i < length && i < Register.MESSAGE_REGISTERS; i++) {
            setSanitised(receiver, message[i], Tcb.register(memory, sender, Register.message(i)));
        }
        if (i < length) {
            long buffer = kernel.transfers().lookupIPCBuffer(false, sender);
            for (; buffer != 0 && i < length; i++) {
                setSanitised(receiver, message[i], memory.read(buffer + 8L * (IpcBuffer.MESSAGE + i)));
            }
        }
        leave();
    }

    private void setSanitised(long thread, Register register, long value) {
        Tcb.setRegister(memory, thread, register, kernel.x86Threads().sanitiseRegister(register, value));
    }
}
