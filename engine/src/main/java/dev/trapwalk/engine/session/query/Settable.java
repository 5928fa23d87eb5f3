package dev.trapwalk.engine.session.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.point.Operand;
import dev.trapwalk.engine.session.state.FieldRef;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.state.Variable;
import dev.trapwalk.engine.session.target.NamedObject;

/**
 * Where a value that a person names is kept: {@code rdi} or {@code mr0} of the running thread, {@code
 * client.tcbPriority}, {@code root[1].capCanGrant}, {@code client.saved.rdi}, or an address {@code 0x...}.
 */
public final class Settable {

    private Settable() {
    }

    /** The place, or empty if nothing that can be set has that name. */
    public static Optional<FieldRef> find(StopState stop, String name) {
        if (name.startsWith("0x")) {
            return Optional.of(FieldRef.word(Long.parseUnsignedLong(name.substring(2), 16) & -8));
        }
        List<String> parts = List.of(name.split("[.\\[\\]]+"));
        if (parts.size() == 1) {
            return named(stop.thread().registers().stream().flatMap(group -> group.registers().stream()), name);
        }
        Optional<NamedObject> object = stop.machine().objects().named(parts.get(0));
        if (object.isEmpty()) {
            return Optional.empty();
        }
        if (name.contains("[")) {
            long slot = object.get().start() + Long.parseLong(parts.get(1)) * Cte.BYTES;
            return parts.size() < 3 ? Optional.empty()
                    : named(Variable.of("slot", Operand.Kind.SLOT, slot, stop.machine()).children().stream(),
                        parts.get(2));
        }
        if (parts.get(1).equals("saved")) {
            return named(stop.threads().stream().filter(thread -> thread.tcb() == object.get().address())
                    .flatMap(thread -> thread.registers().stream()).filter(group -> group.kind().name().equals("SAVED"))
                    .flatMap(group -> group.registers().stream()), parts.get(parts.size() - 1));
        }
        return named(Variable.of("object", kind(object.get()), object.get().address(),
                stop.machine()).children().stream(),
                parts.get(1));
    }

    private static Operand.Kind kind(NamedObject object) {
        return switch (object.type()) {
            case TCB -> Operand.Kind.TCB;
            case ENDPOINT -> Operand.Kind.ENDPOINT;
            case NOTIFICATION -> Operand.Kind.NOTIFICATION;
            default -> Operand.Kind.WORD;
        };
    }

    private static Optional<FieldRef> named(Stream<Variable> variables, String name) {
        return variables.filter(variable -> variable.name().equals(name)).findFirst().flatMap(Variable::storage);
    }
}
