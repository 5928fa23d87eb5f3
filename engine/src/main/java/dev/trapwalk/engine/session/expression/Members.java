package dev.trapwalk.engine.session.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.object.Fault;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.state.Blocks;
import dev.trapwalk.engine.session.state.FieldSpec;

/** What can be written behind a dot, by the type in front of it. */
final class Members {

    /** Makes a member's value from the value in front of the dot. */
    @FunctionalInterface
    interface Maker {
        LongFn of(LongFn owner);
    }

    /** Type and value of a member. */
    record Member(Type type, Maker maker) {
    }

    private static final Map<Type, Map<String, Member>> BY_TYPE = new LinkedHashMap<>();

    static {
        thread();
        BY_TYPE.put(Type.SLOT, CapMembers.ofSlot());
        BY_TYPE.put(Type.CAP, CapMembers.ofWord0());
        Map<String, Member> endpoint = of(Type.ENDPOINT);
        block(endpoint, Blocks.ENDPOINT_FIELDS);
        field(endpoint, "state", Type.ENDPOINT_STATE, Endpoint.STATE);
        field(endpoint, "head", Type.THREAD, Endpoint.QUEUE_HEAD);
        field(endpoint, "tail", Type.THREAD, Endpoint.QUEUE_TAIL);
        Map<String, Member> notification = of(Type.NOTIFICATION);
        block(notification, Blocks.NOTIFICATION_FIELDS);
        field(notification, "state", Type.NOTIFICATION_STATE, Notification.STATE);
        field(notification, "badge", Type.NUMBER, Notification.MSG_IDENTIFIER);
        field(notification, "head", Type.THREAD, Notification.QUEUE_HEAD);
        field(notification, "tail", Type.THREAD, Notification.QUEUE_TAIL);
        field(notification, "boundTCB", Type.THREAD, Notification.BOUND_TCB);
        Map<String, Member> info = of(Type.MESSAGE_INFO);
        bits(info, MessageInfo.LABEL, Type.LABEL);
        bits(info, MessageInfo.CAPS_UNWRAPPED, Type.NUMBER);
        bits(info, MessageInfo.EXTRA_CAPS, Type.NUMBER);
        bits(info, MessageInfo.LENGTH, Type.NUMBER);
    }

    private Members() {
    }

    private static void thread() {
        Map<String, Member> thread = of(Type.THREAD);
        block(thread, Blocks.TCB_FIELDS);
        field(thread, "state", Type.THREAD_STATE, Tcb.STATE);
        field(thread, "priority", Type.NUMBER, Tcb.PRIORITY);
        field(thread, "mcp", Type.NUMBER, Tcb.MCP);
        field(thread, "domain", Type.NUMBER, Tcb.DOMAIN);
        field(thread, "timeSlice", Type.NUMBER, Tcb.TIME_SLICE);
        field(thread, "queued", Type.BOOLEAN, Tcb.QUEUED);
        field(thread, "badge", Type.NUMBER, Tcb.BLOCKING_BADGE);
        field(thread, "faultHandler", Type.NUMBER, Tcb.FAULT_HANDLER);
        field(thread, "ipcBuffer", Type.NUMBER, Tcb.IPC_BUFFER);
        field(thread, "waitsOn", Type.NUMBER, Tcb.BLOCKING_OBJECT);
        thread.put("fault", new Member(Type.FAULT_TYPE, owner -> env ->
                Fault.TYPE.in(env.memory.read(owner.eval(env) + Tcb.FAULT))));
        List<String> slots = List.of("ctable", "vtable", "reply", "caller", "buffer");
        for (int i = 0; i < slots.size(); i++) {
            int index = i;
            Member slot = new Member(Type.SLOT, owner -> env -> Tcb.slot(owner.eval(env), index));
            thread.put(slots.get(i), slot);
            thread.put(Blocks.TCB_SLOTS.get(i), slot);
        }
        for (Register register : Register.values()) {
            thread.put(registerName(register), new Member(Type.NUMBER, owner -> env ->
                    env.memory.read(Tcb.registerAddress(owner.eval(env), register))));
        }
    }

    /** The name of a register in expressions, as in assembly. */
    static String registerName(Register register) {
        return switch (register) {
            case NEXT_IP -> "rip";
            case FLAGS -> "rflags";
            default -> register.name().toLowerCase(Locale.ROOT);
        };
    }

    private static Map<String, Member> of(Type type) {
        return BY_TYPE.computeIfAbsent(type, key -> new LinkedHashMap<>());
    }

    private static void block(Map<String, Member> members, List<FieldSpec> specs) {
        for (FieldSpec spec : specs) {
            field(members, spec.name(), Scope.type(spec.kind()), spec.field());
        }
    }

    static void field(Map<String, Member> members, String name, Type type, BitField field) {
        members.put(name, new Member(type, owner -> env -> field.in(env.memory.read(owner.eval(env)
                + 8L * field.word()))));
    }

    static void mdb(Map<String, Member> members) {
        block(members, Blocks.MDB_FIELDS);
        field(members, "prev", Type.SLOT, Cte.MDB_PREV);
        field(members, "next", Type.SLOT, Cte.MDB_NEXT);
    }

    private static void bits(Map<String, Member> members, BitField field, Type type) {
        members.put(field.name(), new Member(type, owner -> env -> field.in(owner.eval(env))));
    }

    /** The member, or null if values of that type have none of that name. */
    static Member find(Type type, String name) {
        return BY_TYPE.getOrDefault(type, Map.of()).get(name);
    }

    /** Names of all members of a type. */
    static List<String> names(Type type) {
        return new ArrayList<>(BY_TYPE.getOrDefault(type, Map.of()).keySet());
    }
}
