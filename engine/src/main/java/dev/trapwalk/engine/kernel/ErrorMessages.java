package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.LookupFault;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** What a failed invocation tells its caller (object/tcb.c, api/faults.c; manual section "System Call Errors"). */
public final class ErrorMessages extends KernelPart {

    static final KernelFunction SET_M_RS_SYSCALL_ERROR = KernelFunction.of(ErrorMessages.class, "setMRs_syscall_error",
            Phase.PERFORM, "thread:tcb", "error:error");
    static final KernelFunction SET_M_RS_LOOKUP_FAILURE =
            KernelFunction.of(ErrorMessages.class, "setMRs_lookup_failure",
            Phase.PERFORM, "receiver:tcb", "lufType:count", "offset:count");

    public ErrorMessages(Kernel kernel) {
        super(kernel);
    }

    /** Writes the words that explain current_syscall_error; returns how many. */
    public int setMRs_syscall_error(long thread, long receiveBuffer) {
        long type = memory.read(KernelGlobals.SYSCALL_ERROR_TYPE);
        enter(SET_M_RS_SYSCALL_ERROR, thread, type);
        SyscallError error = SyscallError.of(type);
        if (error == null) {
            throw new NotModelledException("setMRs_syscall_error: error " + type);
        }
        switch (error) {
            case INVALID_ARGUMENT:
                return leave(copy(thread, receiveBuffer, 0, KernelGlobals.SYSCALL_ERROR_INVALID_ARGUMENT_NUMBER));
            case INVALID_CAPABILITY:
                return leave(copy(thread, receiveBuffer, 0, KernelGlobals.SYSCALL_ERROR_INVALID_CAP_NUMBER));
            case RANGE_ERROR:
                copy(thread, receiveBuffer, 0, KernelGlobals.SYSCALL_ERROR_RANGE_ERROR_MIN);
                return leave(copy(thread, receiveBuffer, 1, KernelGlobals.SYSCALL_ERROR_RANGE_ERROR_MAX));
            case FAILED_LOOKUP:
                copy(thread, receiveBuffer, 0, KernelGlobals.SYSCALL_ERROR_FAILED_LOOKUP_WAS_SOURCE);
                return leave(setMRs_lookup_failure(thread, receiveBuffer, KernelGlobals.CURRENT_LOOKUP_FAULT, 1));
            case NOT_ENOUGH_MEMORY:
                return leave(copy(thread, receiveBuffer, 0, KernelGlobals.SYSCALL_ERROR_MEMORY_LEFT));
            default:
                return leave(0);
        }
    }

    /**
     * Writes why a CSpace lookup failed, from message word {@code offset} on.
     *
     * @param lookupFault address of the {@link LookupFault} block
     * @return the length of the message up to there
     */
    public int setMRs_lookup_failure(long receiver, long receiveBuffer, long lookupFault, int offset) {
        long word = memory.read(lookupFault);
        int type = (int) LookupFault.TYPE.in(word);
        enter(SET_M_RS_LOOKUP_FAILURE, receiver, type, offset);
        int length = setMR(receiver, receiveBuffer, offset, type + 1);
        switch (type) {
            case LookupFault.MISSING_CAPABILITY:
                length = setMR(receiver, receiveBuffer, offset + 1, LookupFault.MISSING_BITS_LEFT.in(word));
                break;
            case LookupFault.DEPTH_MISMATCH:
                setMR(receiver, receiveBuffer, offset + 1, LookupFault.DEPTH_BITS_LEFT.in(word));
                length = setMR(receiver, receiveBuffer, offset + 2, LookupFault.DEPTH_BITS_FOUND.in(word));
                break;
            case LookupFault.GUARD_MISMATCH:
                setMR(receiver, receiveBuffer, offset + 1, LookupFault.GUARD_BITS_LEFT.in(word));
                setMR(receiver, receiveBuffer, offset + 2, LookupFault.GUARD_FOUND.get(memory, lookupFault));
                length = setMR(receiver, receiveBuffer, offset + 3, LookupFault.GUARD_BITS_FOUND.in(word));
                break;
            default:
                break;
        }
        return leave(length);
    }

    /**
     * setMR: word {@code index} of a message, in a register or in the IPC buffer; without a buffer it is dropped.
     *
     * @return the message length up to and including that word
     */
    public int setMR(long receiver, long receiveBuffer, int index, long value) {
        if (index < Register.MESSAGE_REGISTERS) {
            Tcb.setRegister(memory, receiver, Register.message(index), value);
            return index + 1;
        }
        if (receiveBuffer == 0) {
            return Register.MESSAGE_REGISTERS;
        }
        memory.write(receiveBuffer + 8L * (IpcBuffer.MESSAGE + index), value);
        return index + 1;
    }

    private int copy(long thread, long receiveBuffer, int index, long address) {
        return setMR(thread, receiveBuffer, index, memory.read(address));
    }
}
