package dev.trapwalk.engine.session.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.program.SourceRange;
import dev.trapwalk.engine.program.Statement;
import dev.trapwalk.engine.program.Statement.SystemCall.Kind;
import dev.trapwalk.engine.program.Value;

/** Statements as libsel4 functions, each on a line of its source. */
public final class Libsel4 {

    private Libsel4() {
    }

    private static SourceRange at(int line, String text) {
        return new SourceRange(line, 5, line, 5 + text.length(), text);
    }

    private static Statement call(int line, String text, Syscall syscall, long cptr, long info, List<Value> message,
            List<Value> caps, String result, Kind kind) {
        String function = text.substring(text.indexOf("seL4_"), text.indexOf('('));
        return new Statement.SystemCall(at(line, text), function, syscall.number(), Value.of(cptr), Value.of(info),
                message,
                caps, Map.of(), result, kind);
    }

    /** An IPC system call; message registers are what SetMR left there. */
    public static Statement ipc(int line, Syscall syscall, long cptr, long info) {
        boolean receives = syscall == Syscall.CALL || syscall == Syscall.RECV || syscall == Syscall.REPLY_RECV
                || syscall == Syscall.NB_RECV;
        return call(line, "seL4_" + syscall.label() + "(" + cptr + ")", syscall, cptr, info, List.of(), List.of(),
                receives ? "badge" : null, receives ? Kind.RECEIVE : Kind.SEND);
    }

    public static long info(long label, int extraCaps, int length) {
        return MessageInfo.of(label, 0, extraCaps, length);
    }

    public static Statement yieldCpu(int line) {
        return call(line, "seL4_Yield()", Syscall.YIELD, 0, 0, List.of(), List.of(), null, Kind.SEND);
    }

    public static Statement setMr(int line, int index, long word) {
        return new Statement.SetMessageRegister(at(line, "seL4_SetMR(" + index + ", " + word + ")"), index,
                Value.of(word));
    }

    public static Statement setCap(int line, int index, long cptr) {
        return new Statement.SetCap(at(line, "seL4_SetCap(" + index + ", " + cptr + ")"), index, Value.of(cptr));
    }

    /** An invocation by Call, its error in the variable {@code error}. */
    public static Statement invoke(int line, String function, InvocationLabel label, long cptr, List<Long> caps,
            long... message) {
        List<Value> words = new ArrayList<>();
        for (long word : message) {
            words.add(Value.of(word));
        }
        return call(line, "error = seL4_" + function + "(" + cptr + ")", Syscall.CALL, cptr,
                info(label.number(), caps.size(), message.length), words, caps.stream().map(Value::of).toList(),
                        "error",
                Kind.INVOCATION);
    }

    public static Statement copy(int line, long root, long index, long depth, long srcRoot, long srcIndex,
            long srcDepth,
            long rights) {
        return invoke(line, "CNode_Copy", InvocationLabel.CNODE_COPY, root, List.of(srcRoot), index, depth, srcIndex,
                srcDepth, rights);
    }

    public static Statement raw(int line, long number, long cptr) {
        return new Statement.SystemCall(at(line, "syscall(rdx = " + number + ")"), "syscall", number, Value.of(cptr),
                Value.of(0), List.of(), List.of(), Map.of(Register.RDX, Value.of(number)), null, Kind.RAW);
    }

    public static Statement expectVariable(int line, String variable, long word) {
        return new Statement.Expect(at(line, "expect(" + variable + " == " + word + ")"), new Value.Variable(variable),
                Statement.Expect.Relation.EQUAL, Value.of(word));
    }

    public static Statement expectMr(int line, int index, long word) {
        return new Statement.Expect(at(line, "expect(mr[" + index + "] == " + word + ")"),
                new Value.MessageRegister(index),
                Statement.Expect.Relation.EQUAL, Value.of(word));
    }

    public static Statement load(int line, long address) {
        return new Statement.Load(at(line, "load(" + address + ")"), Value.of(address), null);
    }
}
