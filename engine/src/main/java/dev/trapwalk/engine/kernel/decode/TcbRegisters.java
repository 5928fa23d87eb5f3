package dev.trapwalk.engine.kernel.decode;

import static dev.trapwalk.engine.machine.Register.*;

import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadCap;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * TCB_ReadRegisters, TCB_WriteRegisters and TCB_CopyRegisters: the user context saved in a TCB, in the order of
 * seL4_UserContext. The first 18 are the frame registers, the last two the general purpose ones (FS and GS base).
 */
final class TcbRegisters extends InvocationPart {

    static final KernelFunction DECODE_COPY =
            KernelFunction.of(TcbRegisters.class, "decodeCopyRegisters", Phase.DECODE, "tcb:tcb", "length:count");
    static final KernelPoint COPY_ARGUMENTS = DECODE_COPY.check("length_and_source", "length:count", "slot:slot");
    static final KernelPoint SOURCE_IS_TCB = DECODE_COPY.check("source_is_tcb", "cap:cap");

    static final KernelFunction DECODE_READ =
            KernelFunction.of(TcbRegisters.class, "decodeReadRegisters", Phase.DECODE, "tcb:tcb", "length:count");
    static final KernelPoint READ_LENGTH = DECODE_READ.check("length", "length:count", "needed:count");
    static final KernelPoint READ_COUNT = DECODE_READ.check("count_in_range", "n:count", "max:count");
    static final KernelPoint READ_OTHER_THREAD = DECODE_READ.check("other_thread", "tcb:tcb");

    static final KernelFunction DECODE_WRITE =
            KernelFunction.of(TcbRegisters.class, "decodeWriteRegisters", Phase.DECODE, "tcb:tcb", "length:count");
    static final KernelPoint WRITE_LENGTH = DECODE_WRITE.check("length", "length:count", "needed:count");
    static final KernelPoint WRITE_ALL_GIVEN = DECODE_WRITE.check("all_given", "given:count", "w:count");
    static final KernelPoint WRITE_OTHER_THREAD = DECODE_WRITE.check("other_thread", "tcb:tcb");

    static final KernelFunction INVOKE_COPY = KernelFunction.of(TcbRegisters.class, "invokeTCB_CopyRegisters",
            Phase.PERFORM, "dest:tcb", "source:tcb", "flags");
    static final KernelPoint FRAME_COPIED = INVOKE_COPY.action("frame_copied", "dest:tcb", "source:tcb");
    static final KernelPoint INTEGER_COPIED = INVOKE_COPY.action("integer_copied", "dest:tcb", "source:tcb");
    static final KernelPoint COPY_TO_SELF = INVOKE_COPY.branch("dest_is_current", "dest:tcb");

    static final KernelFunction INVOKE_READ = KernelFunction.of(TcbRegisters.class, "invokeTCB_ReadRegisters",
            Phase.PERFORM, "source:tcb", "suspendSource:flag", "n:count", "call:flag");
    static final KernelPoint REPLY_WANTED = INVOKE_READ.branch("reply_wanted", "call:flag");
    static final KernelPoint REGISTERS_READ = INVOKE_READ.action("registers_read", "count:count");

    static final KernelFunction INVOKE_WRITE = KernelFunction.of(TcbRegisters.class, "invokeTCB_WriteRegisters",
            Phase.PERFORM, "dest:tcb", "resumeTarget:flag", "n:count");
    static final KernelPoint REGISTERS_WRITTEN = INVOKE_WRITE.action("registers_written", "dest:tcb", "count:count");
    static final KernelPoint WRITE_TO_SELF = INVOKE_WRITE.branch("dest_is_current", "dest:tcb");

    private static final Register[] FRAME_REGISTERS = {FAULT_IP, RSP, FLAGS, RAX, RBX, RCX, RDX, RSI, RDI, RBP, R8, R9,
        R10, R11, R12, R13, R14, R15};
    private static final Register[] GP_REGISTERS = {FS_BASE, GS_BASE};
    private static final int FRAME = FRAME_REGISTERS.length;
    private static final int ALL = FRAME + GP_REGISTERS.length;

    /** CopyRegisters flags; bit 0 of ReadRegisters suspends the source too, bit 0 of WriteRegisters resumes. */
    private static final long SUSPEND_SOURCE = 1;
    private static final long RESUME_TARGET = 2;
    private static final long TRANSFER_FRAME = 4;
    private static final long TRANSFER_INTEGER = 8;
    private static final int ARCH_FLAGS_SHIFT = 8;

    private final Cap sourceCap = new Cap();

    TcbRegisters(Kernel kernel) {
        super(kernel);
    }

    /** Decodes TCB_CopyRegisters: argument 0 holds the flags, the extra capability names the source thread. */
    ExceptionStatus decodeCopyRegisters(long tcb, int length, long buffer) {
        enter(DECODE_COPY, tcb, length);
        long slot = extraCap(0);
        if (!check(COPY_ARGUMENTS, length >= 1 && slot != 0, length, slot)) {
            return leave(truncatedMessage());
        }
        long flags = getSyscallArg(0, buffer);
        sourceCap.load(memory, slot);
        if (!check(SOURCE_IS_TCB, sourceCap.is(CapType.THREAD), sourceCap.word0)) {
            return leave(invalidCapability(1));
        }
        long source = ThreadCap.PTR.get(sourceCap);
        restartCurrentThread();
        // The C source decodes the arch flags first; being a const function it runs only here in the recorded kernel.
        long arch = kernel.x86Threads().Arch_decodeTransfer(flags >>> ARCH_FLAGS_SHIFT);
        return leave(invokeTCB_CopyRegisters(tcb, source, flags, arch));
    }

    /** Decodes TCB_ReadRegisters: flags and number of registers, 1..20. A thread cannot read its own. */
    ExceptionStatus decodeReadRegisters(long tcb, int length, boolean call, long buffer) {
        enter(DECODE_READ, tcb, length);
        if (!check(READ_LENGTH, length >= 2, length, 2)) {
            return leave(truncatedMessage());
        }
        long flags = getSyscallArg(0, buffer);
        long n = getSyscallArg(1, buffer);
        if (!check(READ_COUNT, n >= 1 && n <= ALL, n, ALL)) {
            return leave(rangeError(1, ALL));
        }
        long arch = kernel.x86Threads().Arch_decodeTransfer(flags >>> ARCH_FLAGS_SHIFT);
        if (!check(READ_OTHER_THREAD, tcb != globals.curThread(), tcb)) {
            return leave(illegalOperation());
        }
        restartCurrentThread();
        return leave(invokeTCB_ReadRegisters(tcb, (flags & 1) != 0, (int) n, arch, call));
    }

    /** Decodes TCB_WriteRegisters: flags, number of registers, then their values. A thread cannot write its own. */
    ExceptionStatus decodeWriteRegisters(long tcb, int length, long buffer) {
        enter(DECODE_WRITE, tcb, length);
        if (!check(WRITE_LENGTH, length >= 2, length, 2)) {
            return leave(truncatedMessage());
        }
        long flags = getSyscallArg(0, buffer);
        long w = getSyscallArg(1, buffer);
        if (!check(WRITE_ALL_GIVEN, Long.compareUnsigned(length - 2, w) >= 0, length - 2, w)) {
            return leave(truncatedMessage());
        }
        long arch = kernel.x86Threads().Arch_decodeTransfer(flags >>> ARCH_FLAGS_SHIFT);
        if (!check(WRITE_OTHER_THREAD, tcb != globals.curThread(), tcb)) {
            return leave(illegalOperation());
        }
        restartCurrentThread();
        return leave(invokeTCB_WriteRegisters(tcb, (flags & 1) != 0, (int) w, arch, buffer));
    }

    private ExceptionStatus invokeTCB_CopyRegisters(long dest, long source, long flags, long arch) {
        enter(INVOKE_COPY, dest, source, flags);
        if ((flags & SUSPEND_SOURCE) != 0) {
            kernel.threads().suspend(source);
        }
        if ((flags & RESUME_TARGET) != 0) {
            kernel.threads().restart(dest);
        }
        if ((flags & TRANSFER_FRAME) != 0) {
            for (Register register : FRAME_REGISTERS) {
                Tcb.setRegister(memory, dest, register, Tcb.register(memory, source, register));
            }
            continueAtRestartPc(dest);
            act(FRAME_COPIED, dest, source);
        }
        if ((flags & TRANSFER_INTEGER) != 0) {
            for (Register register : GP_REGISTERS) {
                Tcb.setRegister(memory, dest, register, Tcb.register(memory, source, register));
            }
            act(INTEGER_COPIED, dest, source);
        }
        kernel.x86Threads().Arch_postModifyRegisters(dest);
        if (check(COPY_TO_SELF, dest == globals.curThread(), dest)) {
            kernel.scheduler().rescheduleRequired();
        }
        return leave(kernel.x86Threads().Arch_performTransfer(arch, source, dest));
    }

    /**
     * Reads registers into the caller's message registers and IPC buffer, as many as fit. It answers the caller itself:
     * setting the caller to Running keeps the empty standard reply from being sent.
     */
    private ExceptionStatus invokeTCB_ReadRegisters(long source, boolean suspendSource, int n, long arch,
            boolean call) {
        enter(INVOKE_READ, source, suspendSource ? 1 : 0, n, call ? 1 : 0);
        long thread = globals.curThread();
        if (suspendSource) {
            kernel.threads().suspend(source);
        }
        ExceptionStatus status = kernel.x86Threads().Arch_performTransfer(arch, source, thread);
        if (status != ExceptionStatus.NONE) {
            return leave(status);
        }
        if (check(REPLY_WANTED, call, call ? 1 : 0)) {
            long ipcBuffer = kernel.transfers().lookupIPCBuffer(true, thread);
            Tcb.setRegister(memory, thread, Register.CAP, 0);
            int count = ipcBuffer != 0 ? n : Math.min(n, MESSAGE_REGISTERS);
            for (int i = 0; i < count; i++) {
                long value = Tcb.register(memory, source, contextRegister(i));
                if (i < MESSAGE_REGISTERS) {
                    Tcb.setRegister(memory, thread, Register.message(i), value);
                } else {
                    memory.write(ipcBuffer + 8L * (IpcBuffer.MESSAGE + i), value);
                }
            }
            Tcb.setRegister(memory, thread, Register.MSG_INFO, MessageInfo.of(0, 0, 0, count));
            act(REGISTERS_READ, count);
        }
        kernel.scheduler().setThreadState(thread, ThreadState.RUNNING);
        return leave(ExceptionStatus.NONE);
    }

    private ExceptionStatus invokeTCB_WriteRegisters(long dest, boolean resumeTarget, int n, long arch, long buffer) {
        enter(INVOKE_WRITE, dest, resumeTarget ? 1 : 0, n);
        ExceptionStatus status = kernel.x86Threads().Arch_performTransfer(arch, globals.curThread(), dest);
        if (status != ExceptionStatus.NONE) {
            return leave(status);
        }
        int count = Math.min(n, ALL);
        for (int i = 0; i < count; i++) {
            Register register = contextRegister(i);
            Tcb.setRegister(memory, dest, register,
                    kernel.x86Threads().sanitiseRegister(register, getSyscallArg(i + 2, buffer)));
        }
        continueAtRestartPc(dest);
        act(REGISTERS_WRITTEN, dest, count);
        kernel.x86Threads().Arch_postModifyRegisters(dest);
        if (resumeTarget) {
            kernel.threads().restart(dest);
        }
        if (check(WRITE_TO_SELF, dest == globals.curThread(), dest)) {
            kernel.scheduler().rescheduleRequired();
        }
        return leave(ExceptionStatus.NONE);
    }

    private static Register contextRegister(int i) {
        return i < FRAME ? FRAME_REGISTERS[i] : GP_REGISTERS[i - FRAME];
    }

    /** A written instruction address is the restart address: the thread goes on there. */
    private void continueAtRestartPc(long thread) {
        Tcb.setRegister(memory, thread, NEXT_IP, Tcb.register(memory, thread, FAULT_IP));
    }
}
