package dev.trapwalk.engine.boot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.api.Rights;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.program.Program;
import dev.trapwalk.engine.program.SourceRange;
import dev.trapwalk.engine.program.Statement;
import dev.trapwalk.engine.program.Statement.SystemCall.Kind;
import dev.trapwalk.engine.program.Value;

/** Writes layouts and programs for tests; the line of an object or capability is its number in order. */
final class Layouts {

    private final List<ObjectSpec> objects = new ArrayList<>();
    private final List<CapSpec> caps = new ArrayList<>();
    private final List<Layout.IrqSpec> irqs = new ArrayList<>();
    private final List<Program> programs = new ArrayList<>();
    private KernelConfig config = KernelConfig.REFERENCE;
    private int line;

    Layouts object(String name, ObjectType type, int bits) {
        return object(name, type, bits, null, -1);
    }

    Layouts object(String name, ObjectType type, int bits, String untyped, long paddr) {
        objects.add(new ObjectSpec(name, type, bits, untyped, paddr, null, place()));
        return this;
    }

    Layouts thread(String name, int priority, long faultEndpoint, long ipcBuffer) {
        ThreadSpec thread =
                new ThreadSpec(priority, priority, 0, ipcBuffer, 0, 0, List.of(), faultEndpoint, true);
        objects.add(new ObjectSpec(name, ObjectType.TCB, 0, null, -1, thread, place()));
        return this;
    }

    Layouts cap(String container, int slot, String target) {
        return cap(container, slot, target, (int) Rights.ALL, 0);
    }

    Layouts cap(String container, int slot, String target, int rights, long badge) {
        caps.add(new CapSpec(container, slot, target, rights, badge, 0, 0, null, place()));
        return this;
    }

    Layouts derived(String container, int slot, String target, long badge, String parent, int parentSlot) {
        caps.add(new CapSpec(container, slot, target, (int) Rights.ALL, badge, 0, 0,
                new CapSpec.SlotRef(parent, parentSlot), place()));
        return this;
    }

    /** A thread's CSpace of one CNode, of which a CPtr is the slot. */
    Layouts cspace(String thread, String cnode, int radix) {
        caps.add(new CapSpec(thread, 0, cnode, (int) Rights.ALL, 0, 0, 64 - radix, null, place()));
        return this;
    }

    Layouts irq(String name, int number) {
        irqs.add(new Layout.IrqSpec(name, number));
        return this;
    }

    Layouts program(String thread, Statement... statements) {
        programs.add(new Program(thread, Arrays.asList(statements)));
        return this;
    }

    Scenario scenario() {
        return new Scenario("test", config, new Layout(objects, caps, List.of(), irqs), programs);
    }

    private SourcePlace place() {
        return new SourcePlace(++line, 1);
    }

    static Statement call(long cptr, long... message) {
        return new Statement.SystemCall(text("seL4_Call"), "seL4_Call", Syscall.CALL.number(), Value.of(cptr),
                Value.of(MessageInfo.of(0, 0, 0, message.length)), words(message), List.of(), Map.of(), null,
                Kind.RECEIVE);
    }

    static Statement receive(long cptr, String badge) {
        return new Statement.SystemCall(text("seL4_Recv"), "seL4_Recv", Syscall.RECV.number(), Value.of(cptr),
                Value.of(0), List.of(), List.of(), Map.of(), badge, Kind.RECEIVE);
    }

    static Statement replyReceive(long cptr, long... message) {
        return new Statement.SystemCall(text("seL4_ReplyRecv"), "seL4_ReplyRecv", Syscall.REPLY_RECV.number(),
                Value.of(cptr), Value.of(MessageInfo.of(0, 0, 0, message.length)), words(message), List.of(), Map.of(),
                null, Kind.RECEIVE);
    }

    static Statement expect(Value actual, long expected) {
        return new Statement.Expect(text("expect"), actual, Statement.Expect.Relation.EQUAL, Value.of(expected));
    }

    static SourceRange text(String text) {
        return SourceRange.none(text);
    }

    private static List<Value> words(long... message) {
        return Arrays.stream(message).mapToObj(Value::of).toList();
    }
}
