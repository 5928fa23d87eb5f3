package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.IoPortCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/** IO port control and IO ports: giving out ranges of ports, and the kernel's IN and OUT on a user's behalf. */
public final class IoPortInvocations extends InvocationPart {

    static final KernelFunction DECODE_CONTROL = KernelFunction.of(IoPortInvocations.class,
            "decodeX86PortControlInvocation", Phase.DECODE, "label:label", "length:count", "slot:slot");
    static final KernelPoint CONTROL_LABEL = DECODE_CONTROL.check("label_known", "label:label");
    static final KernelPoint CONTROL_LENGTH = DECODE_CONTROL.check("length", "length:count", "required:count");
    static final KernelPoint CONTROL_EXTRA_CAP = DECODE_CONTROL.check("extra_cap", "slot:slot");
    static final KernelPoint RANGE_ORDERED = DECODE_CONTROL.check("range_ordered", "firstPort", "lastPort");
    static final KernelPoint RANGE_FREE = DECODE_CONTROL.check("range_free", "firstPort", "lastPort");
    static final KernelPoint DEST_FOUND = DECODE_CONTROL.check("dest_slot_found", "index", "depth:count");
    static final KernelPoint DEST_EMPTY = DECODE_CONTROL.check("dest_slot_empty", "slot:slot");
    static final KernelFunction INVOKE_CONTROL = KernelFunction.of(IoPortInvocations.class, "invokeX86PortControl",
            Phase.PERFORM, "firstPort", "lastPort", "slot:slot", "control:slot");

    static final KernelFunction DECODE_PORT = KernelFunction.of(IoPortInvocations.class, "decodeX86PortInvocation",
            Phase.DECODE, "label:label", "length:count", "cap:cap");
    static final KernelPoint PORT_LABEL = DECODE_PORT.check("label_known", "label:label");
    static final KernelPoint IS_IN = DECODE_PORT.branch("is_in", "label:label");
    static final KernelPoint PORT_LENGTH = DECODE_PORT.check("length", "length:count", "required:count");
    static final KernelFunction ENSURE_ALLOWED = KernelFunction.of(IoPortInvocations.class,
            "ensurePortOperationAllowed", Phase.DECODE, "cap:cap", "port", "bytes:count");
    static final KernelPoint IN_RANGE = ENSURE_ALLOWED.check("ports_in_range", "port", "endPort", "first", "last");
    static final KernelFunction INVOKE_IN = KernelFunction.of(IoPortInvocations.class, "invokeX86PortIn",
            Phase.PERFORM, "label:label", "port", "call:flag");
    static final KernelPoint VALUE_READ = INVOKE_IN.action("value_read", "port", "value");
    static final KernelPoint IS_CALL = INVOKE_IN.branch("is_call", "value");
    static final KernelFunction INVOKE_OUT = KernelFunction.of(IoPortInvocations.class, "invokeX86PortOut",
            Phase.PERFORM, "label:label", "port", "data");
    static final KernelPoint VALUE_WRITTEN = INVOKE_OUT.action("value_written", "port", "data");

    private static final long PORT_MASK = 0xffff;

    private final Cap cnode = new Cap();
    private final Cap portCap = new Cap();

    public IoPortInvocations(Kernel kernel) {
        super(kernel);
    }

    /** IOPortControl_Issue: a capability to a range of ports that nobody has yet. Port numbers are cut to 16 bits. */
    ExceptionStatus decodeX86PortControlInvocation(long label, int length, long slot, long buffer) {
        enter(DECODE_CONTROL, label, length, slot);
        if (!check(CONTROL_LABEL, label == InvocationLabel.X86_IO_PORT_CONTROL_ISSUE.number(), label)) {
            return leave(illegalOperation());
        }
        if (!check(CONTROL_LENGTH, length >= 4, length, 4)
                || !check(CONTROL_EXTRA_CAP, extraCap(0) != 0, extraCap(0))) {
            return leave(truncatedMessage());
        }
        int first = (int) (getSyscallArg(0, buffer) & PORT_MASK);
        int last = (int) (getSyscallArg(1, buffer) & PORT_MASK);
        long index = getSyscallArg(2, buffer);
        long depth = getSyscallArg(3, buffer);
        cnode.load(memory, extraCap(0));
        if (!check(RANGE_ORDERED, last >= first, first, last)) {
            return leave(invalidArgument(1));
        }
        if (!check(RANGE_FREE, kernel.x86().ioPortRanges().isIOPortRangeFree(first, last), first, last)) {
            return leave(syscallError(SyscallError.REVOKE_FIRST));
        }
        ExceptionStatus status = kernel.cspace().lookupTargetSlot(cnode, index, depth);
        if (!check(DEST_FOUND, status == ExceptionStatus.NONE, index, depth)) {
            return leave(status);
        }
        long destSlot = kernel.cspace().foundSlot();
        status = kernel.derivation().ensureEmptySlot(destSlot);
        if (!check(DEST_EMPTY, status == ExceptionStatus.NONE, destSlot)) {
            return leave(status);
        }
        restartCurrentThread();
        return leave(invokeX86PortControl(first, last, destSlot, slot));
    }

    private ExceptionStatus invokeX86PortControl(int first, int last, long destSlot, long controlSlot) {
        enter(INVOKE_CONTROL, first, last, destSlot, controlSlot);
        kernel.x86().ioPortRanges().setIOPortMask(first, last, true);
        portCap.clear(CapType.IO_PORT);
        IoPortCap.FIRST_PORT.set(portCap, first);
        IoPortCap.LAST_PORT.set(portCap, last);
        kernel.mdb().cteInsert(portCap, controlSlot, destSlot);
        return leave(ExceptionStatus.NONE);
    }

    /** IOPort_In8/16/32 and Out8/16/32. */
    ExceptionStatus decodeX86PortInvocation(long label, int length, Cap cap, boolean call, long buffer) {
        enter(DECODE_PORT, label, length, cap.word0);
        int inBytes = bytes(label, InvocationLabel.X86_IO_PORT_IN8, InvocationLabel.X86_IO_PORT_IN16,
                InvocationLabel.X86_IO_PORT_IN32);
        int outBytes = bytes(label, InvocationLabel.X86_IO_PORT_OUT8, InvocationLabel.X86_IO_PORT_OUT16,
                InvocationLabel.X86_IO_PORT_OUT32);
        if (!check(PORT_LABEL, inBytes + outBytes != 0, label)) {
            return leave(illegalOperation());
        }
        boolean in = check(IS_IN, inBytes != 0, label);
        int required = in ? 1 : 2;
        if (!check(PORT_LENGTH, length >= required, length, required)) {
            return leave(truncatedMessage());
        }
        int port = (int) (getSyscallArg(0, buffer) & PORT_MASK);
        int bytes = in ? inBytes : outBytes;
        long data = in ? 0 : getSyscallArg(1, buffer) & (1L << 8 * bytes) - 1;
        ExceptionStatus status = ensurePortOperationAllowed(cap, port, bytes);
        if (status != ExceptionStatus.NONE) {
            return leave(status);
        }
        restartCurrentThread();
        return leave(in ? invokeX86PortIn(label, port, bytes, call) : invokeX86PortOut(label, port, bytes, data));
    }

    private static int bytes(long label, InvocationLabel one, InvocationLabel two, InvocationLabel four) {
        return label == one.number() ? 1 : label == two.number() ? 2 : label == four.number() ? 4 : 0;
    }

    private ExceptionStatus ensurePortOperationAllowed(Cap cap, int port, int bytes) {
        enter(ENSURE_ALLOWED, cap.word0, port, bytes);
        long first = IoPortCap.FIRST_PORT.get(cap);
        long last = IoPortCap.LAST_PORT.get(cap);
        long end = port + bytes - 1L;
        if (!check(IN_RANGE, port >= first && end <= last, port, end, first, last)) {
            return leave(illegalOperation());
        }
        return leave(ExceptionStatus.NONE);
    }

    /** Answers by itself, so the thread goes on as Running and gets no other reply. */
    private ExceptionStatus invokeX86PortIn(long label, int port, int bytes, boolean call) {
        enter(INVOKE_IN, label, port, call ? 1 : 0);
        long value = kernel.devices().in(port, bytes);
        act(VALUE_READ, port, value);
        long thread = globals.curThread();
        if (check(IS_CALL, call, value)) {
            kernel.transfers().lookupIPCBuffer(true, thread);
            Tcb.setRegister(memory, thread, Register.CAP, 0);
            Tcb.setRegister(memory, thread, Register.message(0), value);
            Tcb.setRegister(memory, thread, Register.MSG_INFO, MessageInfo.of(0, 0, 0, 1));
        }
        kernel.scheduler().setThreadState(thread, ThreadState.RUNNING);
        return leave(ExceptionStatus.NONE);
    }

    private ExceptionStatus invokeX86PortOut(long label, int port, int bytes, long data) {
        enter(INVOKE_OUT, label, port, data);
        kernel.devices().out(port, bytes, data);
        act(VALUE_WRITTEN, port, data);
        return leave(ExceptionStatus.NONE);
    }
}
