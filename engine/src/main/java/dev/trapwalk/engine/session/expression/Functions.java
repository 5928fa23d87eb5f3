package dev.trapwalk.engine.session.expression;

import java.util.List;
import java.util.Optional;

import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.state.CapLookup;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.target.NamedObject;

/** The functions of the language, and {@code mr[i]}. */
final class Functions {

    /** Names of all functions. */
    static final List<String> NAMES = List.of("thread", "endpoint", "notification", "object", "slot", "lookup",
            "word", "hex", "dec", "text");

    private Functions() {
    }

    static Node call(Scope scope, Token name, List<Node> arguments) {
        return switch (name.text()) {
            case "thread" -> object(scope, name, arguments, ObjectType.TCB, Type.THREAD);
            case "endpoint" -> object(scope, name, arguments, ObjectType.ENDPOINT, Type.ENDPOINT);
            case "notification" -> object(scope, name, arguments, ObjectType.NOTIFICATION, Type.NOTIFICATION);
            case "object" -> object(scope, name, arguments);
            case "slot" -> slot(name, arguments);
            case "lookup" -> lookup(name, arguments);
            case "word" -> {
                LongFn address = word(name, arguments, 0, 1);
                yield Node.word(Type.NUMBER, name.column(), env -> env.memory.read(address.eval(env) & -8));
            }
            case "hex" -> {
                LongFn value = word(name, arguments, 0, 1);
                yield Node.text(name.column(), env -> Describer.hex(value.eval(env)));
            }
            case "dec" -> {
                LongFn value = word(name, arguments, 0, 1);
                yield Node.text(name.column(), env -> Long.toString(value.eval(env)));
            }
            case "text" -> {
                count(name, arguments, 1);
                yield Node.text(name.column(), Texts.of(scope, arguments.get(0)));
            }
            default -> throw new ExpressionException(name.column(),
                    Messages.get("expression.noSuchFunction", name.text(), String.join(", ", NAMES)));
        };
    }

    private static Node object(Scope scope, Token name, List<Node> arguments, ObjectType type, Type result) {
        count(name, arguments, 1);
        Node argument = arguments.get(0);
        if (argument.type() == Type.TEXT && argument.name() != null) {
            Optional<NamedObject> found = scope.objects().named(argument.name()).filter(o -> o.type() == type);
            long address = found.orElseThrow(() -> new ExpressionException(argument.column(),
                    Messages.get("expression.noSuchObject", name.text(), argument.name()))).address();
            return Node.word(result, name.column(), env -> address);
        }
        return Node.word(result, name.column(), word(name, arguments, 0, 1));
    }

    /** An object by its name in quotation marks, with the type that it has: for names that are no identifiers. */
    private static Node object(Scope scope, Token name, List<Node> arguments) {
        count(name, arguments, 1);
        Node argument = arguments.get(0);
        NamedObject found = Optional.ofNullable(argument.name()).filter(text -> argument.type() == Type.TEXT)
                .flatMap(scope.objects()::named).orElseThrow(() -> new ExpressionException(argument.column(),
                        Messages.get("expression.noSuchObject", name.text(), argument.name())));
        long address = found.address();
        return Node.word(Names.type(found.type()), name.column(), env -> address);
    }

    /** Slot of a CNode or TCB by number. */
    private static Node slot(Token name, List<Node> arguments) {
        count(name, arguments, 2);
        LongFn container = word(name, arguments, 0, 2);
        LongFn index = word(name, arguments, 1, 2);
        Type type = arguments.get(0).type();
        if (type == Type.THREAD) {
            return Node.word(Type.SLOT, name.column(),
                    env -> container.eval(env) - Tcb.TCB_OFFSET + index.eval(env) * Cte.BYTES);
        }
        if (type != Type.CNODE) {
            throw new ExpressionException(arguments.get(0).column(), Messages.get("expression.noSlots"));
        }
        return Node.word(Type.SLOT, name.column(), env -> container.eval(env) + index.eval(env) * Cte.BYTES);
    }

    /** Slot that a CPtr of a thread leads to, the current one if none is given. */
    private static Node lookup(Token name, List<Node> arguments) {
        boolean own = arguments.size() == 1;
        LongFn thread = own ? env -> env.thread : word(name, arguments, 0, 2);
        LongFn cptr = word(name, arguments, own ? 0 : 1, own ? 1 : 2);
        return Node.word(Type.SLOT, name.column(), env -> CapLookup.slot(env.memory, thread.eval(env), cptr.eval(env)));
    }

    /**
     * Message register {@code i} of the thread for which the kernel works: live in registers, then in its IPC buffer.
     */
    static Node messageRegister(Node index, int column) {
        LongFn number = index.word();
        return Node.word(Type.NUMBER, column, env -> {
            long i = number.eval(env);
            if (i >= 0 && i < Register.MESSAGE_REGISTERS) {
                return Names.register(env, Register.message((int) i));
            }
            long slot = Tcb.slot(env.thread, Tcb.BUFFER);
            if (i < 0 || i > 119 || CapType.of(env.memory.read(slot)) != CapType.FRAME) {
                return 0;
            }
            long offset = env.memory.get(Tcb.IPC_BUFFER, env.thread)
                    & (1L << 12 + 9 * env.memory.get(FrameCap.SIZE, slot)) - 1;
            return env.memory.read((env.memory.get(FrameCap.BASE_PTR, slot) + offset
                    + 8 * (IpcBuffer.MESSAGE + i)) & -8);
        });
    }

    private static void count(Token name, List<Node> arguments, int wanted) {
        if (arguments.size() != wanted) {
            throw new ExpressionException(name.column(),
                    Messages.get("expression.argumentCount", name.text(), wanted, arguments.size()));
        }
    }

    private static LongFn word(Token name, List<Node> arguments, int index, int wanted) {
        count(name, arguments, wanted);
        return Operators.wordOf(arguments.get(index));
    }
}
