package dev.trapwalk.engine.session.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.ThreadState;

/** Names of the values of enumeration types, as seL4 and libsel4 write them. */
final class Constants {

    private static final List<String> ENDPOINT_STATES = List.of("idle", "send", "recv");
    private static final List<String> NOTIFICATION_STATES = List.of("idle", "waiting", "active");
    private static final List<String> FAULTS =
            List.of("NullFault", "CapFault", "UnknownSyscall", "UserException", "", "VMFault");

    private Constants() {
    }

    /**
     * The value of a type with a name; prefixes such as {@code ThreadState_} and suffixes such as {@code _cap} may be
     * given.
     */
    static OptionalLong value(Type type, String name) {
        return switch (type) {
            case CAP_TYPE -> first(CapType.values(), name.replaceFirst("^cap_", "").replaceFirst("_cap$", ""),
                    CapType::label, CapType::tag);
            case THREAD_STATE -> first(ThreadState.values(), name.replaceFirst("^ThreadState_", ""), ThreadState::label,
                    ThreadState::number);
            case ERROR -> first(SyscallError.values(), name.startsWith("seL4_") ? name : "seL4_" + name,
                    SyscallError::label, SyscallError::number);
            case LABEL -> first(InvocationLabel.values(), name, InvocationLabel::label, InvocationLabel::number);
            case SYSCALL -> first(Syscall.values(), name.replaceFirst("^Sys", ""), Syscall::label, Syscall::number);
            case ENDPOINT_STATE -> index(ENDPOINT_STATES, name.replaceFirst("^EPState_", "").toLowerCase(Locale.ROOT));
            case NOTIFICATION_STATE -> index(NOTIFICATION_STATES,
                    name.replaceFirst("^NtfnState_", "").toLowerCase(Locale.ROOT));
            case FAULT_TYPE -> index(FAULTS, name.replaceFirst("^seL4_Fault_", ""));
            default -> OptionalLong.empty();
        };
    }

    /** All names of a type's values. */
    static List<String> names(Type type) {
        List<String> names = new ArrayList<>();
        switch (type) {
            case CAP_TYPE -> add(names, CapType.values(), CapType::label);
            case THREAD_STATE -> add(names, ThreadState.values(), ThreadState::label);
            case ERROR -> add(names, SyscallError.values(), SyscallError::label);
            case LABEL -> add(names, InvocationLabel.values(), InvocationLabel::label);
            case SYSCALL -> add(names, Syscall.values(), Syscall::label);
            case ENDPOINT_STATE -> names.addAll(ENDPOINT_STATES);
            case NOTIFICATION_STATE -> names.addAll(NOTIFICATION_STATES);
            case FAULT_TYPE -> FAULTS.stream().filter(fault -> !fault.isEmpty()).forEach(names::add);
            default -> { }
        }
        return names;
    }

    private static OptionalLong index(List<String> names, String name) {
        int index = name.isEmpty() ? -1 : names.indexOf(name);
        return index < 0 ? OptionalLong.empty() : OptionalLong.of(index);
    }

    private static <E> OptionalLong first(E[] values, String name, Function<E, String> label,
            ToLongFunction<E> number) {
        for (E value : values) {
            if (label.apply(value).equals(name)) {
                return OptionalLong.of(number.applyAsLong(value));
            }
        }
        return OptionalLong.empty();
    }

    private static <E> void add(List<String> names, E[] values, Function<E, String> label) {
        for (E value : values) {
            names.add(label.apply(value));
        }
    }
}
