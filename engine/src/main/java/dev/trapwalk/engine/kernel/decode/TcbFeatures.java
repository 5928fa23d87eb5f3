package dev.trapwalk.engine.kernel.decode;

import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/** TCB_SetTLSBase and TCB_SetFlags: where a thread's local storage lies, and whether it may use the FPU. */
final class TcbFeatures extends InvocationPart {

    static final KernelFunction INVOKE_SET_TLS_BASE =
            KernelFunction.of(TcbFeatures.class, "invokeSetTLSBase", Phase.PERFORM, "thread:tcb", "tlsBase");
    static final KernelPoint TLS_OF_CURRENT = INVOKE_SET_TLS_BASE.branch("thread_is_current", "thread:tcb");

    static final KernelFunction DECODE_SET_TLS_BASE =
            KernelFunction.of(TcbFeatures.class, "decodeSetTLSBase", Phase.DECODE, "tcb:tcb", "length:count");
    static final KernelPoint TLS_LENGTH = DECODE_SET_TLS_BASE.check("length", "length:count", "needed:count");

    static final KernelFunction INVOKE_SET_FLAGS = KernelFunction.of(TcbFeatures.class, "invokeSetFlags",
            Phase.PERFORM, "thread:tcb", "clear", "set", "call:flag");
    static final KernelPoint FLAGS_SET = INVOKE_SET_FLAGS.action("flags_set", "flags");
    static final KernelPoint FPU_DISABLED = INVOKE_SET_FLAGS.branch("fpu_disabled", "flags");
    static final KernelPoint FLAGS_OF_CURRENT = INVOKE_SET_FLAGS.branch("thread_is_current", "thread:tcb");
    static final KernelPoint FLAGS_REPLY_WANTED = INVOKE_SET_FLAGS.branch("reply_wanted", "call:flag");

    static final KernelFunction DECODE_SET_FLAGS =
            KernelFunction.of(TcbFeatures.class, "decodeSetFlags", Phase.DECODE, "tcb:tcb", "length:count");
    static final KernelPoint FLAGS_LENGTH = DECODE_SET_FLAGS.check("length", "length:count", "needed:count");

    /** seL4_TCBFlag_fpuDisabled, the only flag there is. */
    private static final long FLAG_FPU_DISABLED = 1;

    TcbFeatures(Kernel kernel) {
        super(kernel);
    }

    private ExceptionStatus invokeSetTLSBase(long thread, long tlsBase) {
        enter(INVOKE_SET_TLS_BASE, thread, tlsBase);
        Tcb.setRegister(memory, thread, Register.FS_BASE, tlsBase);
        if (check(TLS_OF_CURRENT, thread == globals.curThread(), thread)) {
            kernel.scheduler().rescheduleRequired();
        }
        return leave(ExceptionStatus.NONE);
    }

    /** Decodes TCB_SetTLSBase. The value is not checked; a bad one faults when it is used. */
    ExceptionStatus decodeSetTLSBase(long tcb, int length, long buffer) {
        enter(DECODE_SET_TLS_BASE, tcb, length);
        if (!check(TLS_LENGTH, length >= 1, length, 1)) {
            return leave(truncatedMessage());
        }
        long tlsBase = getSyscallArg(0, buffer);
        restartCurrentThread();
        return leave(invokeSetTLSBase(tcb, tlsBase));
    }

    /** Clears flags, sets flags, and answers a Call with the flags that result. Flags that do not exist are not set. */
    private void invokeSetFlags(long thread, long clear, long set, boolean call) {
        enter(INVOKE_SET_FLAGS, thread, clear, set, call ? 1 : 0);
        long current = globals.curThread();
        long flags = Tcb.FLAGS.get(memory, thread) & ~clear | set & FLAG_FPU_DISABLED;
        Tcb.FLAGS.set(memory, thread, flags);
        act(FLAGS_SET, flags);
        if (check(FPU_DISABLED, (flags & FLAG_FPU_DISABLED) != 0, flags)) {
            kernel.x86().fpu().fpuRelease(thread);
        } else if (check(FLAGS_OF_CURRENT, thread == current, thread)) {
            kernel.x86().fpu().lazyFPURestore(thread);
        }
        if (check(FLAGS_REPLY_WANTED, call, call ? 1 : 0)) {
            kernel.transfers().lookupIPCBuffer(true, current);
            Tcb.setRegister(memory, current, Register.CAP, 0);
            Tcb.setRegister(memory, current, Register.message(0), flags);
            Tcb.setRegister(memory, current, Register.MSG_INFO, MessageInfo.of(0, 0, 0, 1));
        }
        kernel.scheduler().setThreadState(current, ThreadState.RUNNING);
        leave();
    }

    /** Decodes TCB_SetFlags. */
    ExceptionStatus decodeSetFlags(long tcb, int length, boolean call, long buffer) {
        enter(DECODE_SET_FLAGS, tcb, length);
        if (!check(FLAGS_LENGTH, length >= 2, length, 2)) {
            return leave(truncatedMessage());
        }
        long clear = getSyscallArg(0, buffer);
        long set = getSyscallArg(1, buffer);
        restartCurrentThread();
        invokeSetFlags(tcb, clear, set, call);
        return leave(ExceptionStatus.NONE);
    }
}
