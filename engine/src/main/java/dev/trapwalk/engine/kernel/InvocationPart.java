package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.LookupFault;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;

/**
 * Base of the parts that decode invocations or check for them: reads the caller's arguments, and writes down in
 * {@link KernelGlobals#CURRENT_SYSCALL_ERROR current_syscall_error} why an invocation is refused.
 *
 * <p>The helpers that refuse return {@link ExceptionStatus#SYSCALL_ERROR}, so that a refusal reads
 * {@code return leave(truncatedMessage());}. They write exactly the fields the C kernel writes: the others keep what an
 * earlier error left in them.
 */
public abstract class InvocationPart extends KernelPart {

    protected InvocationPart(Kernel kernel) {
        super(kernel);
    }

    /**
     * Word {@code i} of the current thread's message: the first four are in registers, the others in its IPC buffer.
     *
     * @param i index below the message length that was checked
     * @param buffer kernel window address of the IPC buffer; not 0 when {@code i} is 4 or more
     */
    protected final long getSyscallArg(int i, long buffer) {
        if (i < Register.MESSAGE_REGISTERS) {
            return Tcb.register(memory, globals.curThread(), Register.message(i));
        }
        return memory.read(buffer + 8L * (IpcBuffer.MESSAGE + i));
    }

    /** The slot of extra capability {@code i}, 0..2, or 0 when the message carries fewer (current_extra_caps). */
    protected final long extraCap(int i) {
        return memory.read(KernelGlobals.CURRENT_EXTRA_CAPS + 8L * i);
    }

    /** Marks the caller as restarting: from here on the invocation is performed, and a preempted one begins again. */
    protected final void restartCurrentThread() {
        kernel.scheduler().setThreadState(globals.curThread(), ThreadState.RESTART);
    }

    /** Refuses with an error that has no further words. */
    protected final ExceptionStatus syscallError(SyscallError type) {
        memory.write(KernelGlobals.SYSCALL_ERROR_TYPE, type.number());
        return ExceptionStatus.SYSCALL_ERROR;
    }

    /** The label does not exist for this capability, or the capability's state forbids it. */
    protected final ExceptionStatus illegalOperation() {
        return syscallError(SyscallError.ILLEGAL_OPERATION);
    }

    /** The message has too few words or capabilities. */
    protected final ExceptionStatus truncatedMessage() {
        return syscallError(SyscallError.TRUNCATED_MESSAGE);
    }

    /** Argument {@code number} (from 0) is no good. */
    protected final ExceptionStatus invalidArgument(long number) {
        memory.write(KernelGlobals.SYSCALL_ERROR_INVALID_ARGUMENT_NUMBER, number);
        return syscallError(SyscallError.INVALID_ARGUMENT);
    }

    /** Capability {@code number} is no good: 0 is the invoked one, 1 the first extra capability. */
    protected final ExceptionStatus invalidCapability(long number) {
        memory.write(KernelGlobals.SYSCALL_ERROR_INVALID_CAP_NUMBER, number);
        return syscallError(SyscallError.INVALID_CAPABILITY);
    }

    /** An argument must be within {@code min..max}, both included. */
    protected final ExceptionStatus rangeError(long min, long max) {
        memory.write(KernelGlobals.SYSCALL_ERROR_RANGE_ERROR_MIN, min);
        memory.write(KernelGlobals.SYSCALL_ERROR_RANGE_ERROR_MAX, max);
        return syscallError(SyscallError.RANGE_ERROR);
    }

    /** A lookup failed; current_lookup_fault says why. */
    protected final ExceptionStatus failedLookup(boolean wasSource) {
        memory.write(KernelGlobals.SYSCALL_ERROR_FAILED_LOOKUP_WAS_SOURCE, wasSource ? 1 : 0);
        return syscallError(SyscallError.FAILED_LOOKUP);
    }

    /** Sets current_lookup_fault: the root of the lookup is no CNode. */
    protected final void lookupFaultInvalidRoot() {
        setLookupFault(LookupFault.INVALID_ROOT, 0);
    }

    /** Sets current_lookup_fault: nothing usable where {@code bitsLeft} address bits were still to be resolved. */
    protected final void lookupFaultMissingCapability(long bitsLeft) {
        setLookupFault(LookupFault.MISSING_BITS_LEFT.put(LookupFault.MISSING_CAPABILITY, bitsLeft), 0);
    }

    /** Sets current_lookup_fault: a level resolves {@code bitsFound} bits, but {@code bitsLeft} are left. */
    protected final void lookupFaultDepthMismatch(long bitsFound, long bitsLeft) {
        long word = LookupFault.DEPTH_BITS_FOUND.put(LookupFault.DEPTH_MISMATCH, bitsFound);
        setLookupFault(LookupFault.DEPTH_BITS_LEFT.put(word, bitsLeft), 0);
    }

    /** Sets current_lookup_fault: the address does not begin with the {@code guardBits} bits {@code guard}. */
    protected final void lookupFaultGuardMismatch(long guard, long bitsLeft, long guardBits) {
        long word = LookupFault.GUARD_BITS_LEFT.put(LookupFault.GUARD_MISMATCH, bitsLeft);
        setLookupFault(LookupFault.GUARD_BITS_FOUND.put(word, guardBits), guard);
    }

    private void setLookupFault(long word0, long word1) {
        memory.write(KernelGlobals.CURRENT_LOOKUP_FAULT, word0);
        memory.write(KernelGlobals.CURRENT_LOOKUP_FAULT + 8, word1);
    }
}
