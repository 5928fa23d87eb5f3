package dev.trapwalk.engine.session.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.object.ReplyCap;
import dev.trapwalk.engine.object.ThreadCap;
import dev.trapwalk.engine.object.UntypedCap;
import dev.trapwalk.engine.session.state.Blocks;
import dev.trapwalk.engine.session.state.FieldSpec;

/**
 * Members of capabilities: short names that fit several types, and seL4's own field names. A field of another type is
 * 0.
 */
final class CapMembers {

    private CapMembers() {
    }

    /** Of a capability in a slot: all its fields and its MDB node. */
    static Map<String, Members.Member> ofSlot() {
        Map<String, Members.Member> members = new LinkedHashMap<>();
        fill(members, true);
        Members.mdb(members);
        return members;
    }

    /** Of a capability of which only word 0 is at hand. */
    static Map<String, Members.Member> ofWord0() {
        Map<String, Members.Member> members = new LinkedHashMap<>();
        fill(members, false);
        return members;
    }

    private static void fill(Map<String, Members.Member> members, boolean slot) {
        members.put("type", new Members.Member(Type.CAP_TYPE, owner -> word0(owner, slot, w0 -> w0 >>> 59)));
        members.put("isNull", new Members.Member(Type.BOOLEAN, owner ->
                word0(owner, slot, w0 -> w0 >>> 59 == 0 ? 1 : 0)));
        flag(members, slot, "canSend", EndpointCap.CAN_SEND, NotificationCap.CAN_SEND, null);
        flag(members, slot, "canReceive", EndpointCap.CAN_RECEIVE, NotificationCap.CAN_RECEIVE, null);
        flag(members, slot, "canGrant", EndpointCap.CAN_GRANT, null, ReplyCap.CAN_GRANT);
        flag(members, slot, "canGrantReply", EndpointCap.CAN_GRANT_REPLY, null, null);
        for (CapType type : CapType.values()) {
            for (FieldSpec spec : type == CapType.INVALID ? List.<FieldSpec>of() : Blocks.capability(type)) {
                if (slot || spec.field().word() == 0) {
                    put(members, spec.name(), Scope.type(spec.kind()), slot, type, spec.field());
                }
            }
        }
        if (slot) {
            members.put("badge", new Members.Member(Type.NUMBER, owner -> env -> badge(env, owner.eval(env))));
            put(members, "guard", Type.NUMBER, true, CapType.CNODE, CNodeCap.GUARD);
            put(members, "freeIndex", Type.NUMBER, true, CapType.UNTYPED, UntypedCap.FREE_INDEX);
            put(members, "blockSize", Type.NUMBER, true, CapType.UNTYPED, UntypedCap.BLOCK_SIZE);
            put(members, "replyTo", Type.THREAD, true, CapType.REPLY, ReplyCap.TCB_PTR);
        }
        put(members, "guardSize", Type.NUMBER, slot, CapType.CNODE, CNodeCap.GUARD_SIZE);
        put(members, "radix", Type.NUMBER, slot, CapType.CNODE, CNodeCap.RADIX);
        put(members, "endpoint", Type.ENDPOINT, slot, CapType.ENDPOINT, EndpointCap.PTR);
        put(members, "notification", Type.NOTIFICATION, slot, CapType.NOTIFICATION, NotificationCap.PTR);
        put(members, "thread", Type.THREAD, slot, CapType.THREAD, ThreadCap.PTR);
        put(members, "cnode", Type.CNODE, slot, CapType.CNODE, CNodeCap.PTR);
    }

    private static long badge(Env env, long slot) {
        CapType type = CapType.of(env.memory.read(slot));
        return type == CapType.ENDPOINT || type == CapType.NOTIFICATION ? env.memory.read(slot + 8) : 0;
    }

    private static LongFn word0(LongFn owner, boolean slot, LongUnaryOperator read) {
        return slot ? env -> read.applyAsLong(env.memory.read(owner.eval(env)))
                : env -> read.applyAsLong(owner.eval(env));
    }

    private static void put(Map<String, Members.Member> members, String name, Type type, boolean slot, CapType capType,
            BitField field) {
        members.put(name, new Members.Member(type, owner -> slot ? env -> {
            long at = owner.eval(env);
            return CapType.of(env.memory.read(at)) == capType ? field.in(env.memory.read(at + 8L * field.word())) : 0;
        } : env -> {
            long w0 = owner.eval(env);
            return CapType.of(w0) == capType ? field.in(w0) : 0;
        }));
    }

    private static void flag(Map<String, Members.Member> members, boolean slot, String name, BitField endpoint,
            BitField notification, BitField reply) {
        members.put(name, new Members.Member(Type.BOOLEAN, owner -> word0(owner, slot, w0 -> {
            BitField field = switch (CapType.of(w0)) {
                case ENDPOINT -> endpoint;
                case NOTIFICATION -> notification;
                case REPLY -> reply;
                default -> null;
            };
            return field == null ? 0 : field.in(w0);
        })));
    }
}
