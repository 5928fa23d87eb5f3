package dev.trapwalk.engine.session.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Fault;
import dev.trapwalk.engine.session.state.CapLookup;
import dev.trapwalk.engine.session.target.NamedObject;

/** What a bare name means: first in the scope, then in the machine, then in the layout. */
final class Names {

    private static final Map<String, Node> MACHINE = new LinkedHashMap<>();

    static {
        put("outcome", Type.BOOLEAN, env -> env.outcome ? 1 : 0);
        put("current", Type.THREAD, env -> env.memory.read(KernelGlobals.KS_CUR_THREAD));
        put("entered", Type.THREAD, env -> env.thread);
        put("cap", Type.SLOT, env -> CapLookup.slot(env.memory, env.thread, register(env, Register.CAP)));
        put("cptr", Type.NUMBER, env -> register(env, Register.CAP));
        put("msgInfo", Type.MESSAGE_INFO, env -> register(env, Register.MSG_INFO));
        put("syscall", Type.SYSCALL, env -> register(env, Register.RDX));
        put("error", Type.ERROR, env -> env.memory.read(KernelGlobals.SYSCALL_ERROR_TYPE));
        put("fault", Type.FAULT_TYPE, env -> Fault.TYPE.in(env.memory.read(KernelGlobals.CURRENT_FAULT)));
        put("ksCurThread", Type.THREAD, env -> env.memory.read(KernelGlobals.KS_CUR_THREAD));
        put("ksSchedulerAction", Type.NUMBER, env -> env.memory.read(KernelGlobals.KS_SCHEDULER_ACTION));
        put("ksCurDomain", Type.NUMBER, env -> env.memory.read(KernelGlobals.KS_CUR_DOMAIN));
        put("ksDomainTime", Type.NUMBER, env -> env.memory.read(KernelGlobals.KS_DOMAIN_TIME));
        put("true", Type.BOOLEAN, env -> 1);
        put("false", Type.BOOLEAN, env -> 0);
        for (Register register : Register.values()) {
            if (register != Register.ERROR && register != Register.FAULT_IP) {
                put(Members.registerName(register), Type.NUMBER, env -> register(env, register));
            }
        }
    }

    private Names() {
    }

    private static void put(String name, Type type, LongFn value) {
        MACHINE.put(name, Node.word(type, 0, value));
    }

    /** Live value of a register. */
    static long register(Env env, Register register) {
        return env.memory.read(env.registerFile + 8L * register.ordinal());
    }

    /** What a name means; a node without a type if nothing by itself. */
    static Node resolve(Scope scope, String name, int column) {
        Node node = scope.names().getOrDefault(name, MACHINE.get(name));
        if (node == null) {
            Optional<NamedObject> object = scope.objects().named(name);
            if (object.isEmpty()) {
                return Node.unknown(name, column);
            }
            long address = object.get().address();
            node = Node.word(type(object.get().type()), column, env -> address);
        }
        return new Node(node.type(), node.word(), node.text(), name, column);
    }

    /** The type of an object's address. */
    static Type type(ObjectType type) {
        return switch (type) {
            case TCB -> Type.THREAD;
            case ENDPOINT -> Type.ENDPOINT;
            case NOTIFICATION -> Type.NOTIFICATION;
            case CNODE -> Type.CNODE;
            default -> Type.OBJECT;
        };
    }

    /** All names that mean something by themselves. */
    static List<String> all(Scope scope) {
        List<String> all = new ArrayList<>(scope.names().keySet());
        all.addAll(MACHINE.keySet());
        scope.objects().all().forEach(object -> all.add(object.name()));
        return all;
    }
}
