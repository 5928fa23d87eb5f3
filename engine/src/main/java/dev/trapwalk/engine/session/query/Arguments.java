package dev.trapwalk.engine.session.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.PassedPoint;

/**
 * libsel4's parameters of invocations: how they are named, what carries them, and which check of the kernel looks at
 * which. The table is the bundle {@code parameters} beside this class; names of capabilities sent along have a star.
 */
final class Arguments {

    private static final ResourceBundle TABLE =
            ResourceBundle.getBundle(Arguments.class.getPackageName() + ".parameters");

    private Arguments() {
    }

    /** Parameters of an invocation in the order of the message, capabilities (with a star) among them. */
    static List<String> names(InvocationLabel label) {
        return label == null ? List.of() : words(label.label());
    }

    /** The arguments that a check of a decode function looks at. */
    static List<ErrorAnswer.Argument> deciding(UnitRecord unit, InvocationLabel label, PassedPoint check) {
        List<String> wanted = words(check.point().id());
        List<ErrorAnswer.Argument> arguments = new ArrayList<>();
        int word = 0;
        int cap = 0;
        for (String name : names(label)) {
            boolean isCap = name.startsWith("*");
            if (wanted.contains(name) || wanted.contains("*") && isCap) {
                arguments.add(isCap ? cap(unit, name.substring(1), cap) : word(unit, name, word));
            }
            cap += isCap ? 1 : 0;
            word += isCap ? 0 : 1;
        }
        if (wanted.contains("service")) {
            arguments.add(0, new ErrorAnswer.Argument("_service", "rdi", unit.before().register(Register.CAP)));
        }
        return arguments;
    }

    private static ErrorAnswer.Argument word(UnitRecord unit, String name, int index) {
        if (index < Register.MESSAGE_REGISTERS) {
            Register register = Register.message(index);
            return new ErrorAnswer.Argument(name, register.name().toLowerCase(Locale.ROOT) + " (mr" + index + ")",
                    unit.before().register(register));
        }
        return buffer(unit, name, IpcBuffer.MESSAGE + index, "mr" + index);
    }

    private static ErrorAnswer.Argument cap(UnitRecord unit, String name, int index) {
        return buffer(unit, name, IpcBuffer.CAPS_OR_BADGES + index, "cap" + index);
    }

    private static ErrorAnswer.Argument buffer(UnitRecord unit, String name, int word, String role) {
        MachineImage machine = unit.before();
        long slot = Tcb.slot(unit.thread(), Tcb.BUFFER);
        long value = 0;
        if (CapType.of(machine.read(slot)) == CapType.FRAME) {
            long offset = machine.get(Tcb.IPC_BUFFER, unit.thread()) & (1L << 12
                    + 9 * machine.get(FrameCap.SIZE, slot)) - 1;
            value = machine.read(machine.get(FrameCap.BASE_PTR, slot) + offset + 8L * word);
        }
        return new ErrorAnswer.Argument(name, "IPC buffer word " + word + " (" + role + ")", value);
    }

    /** Message key of the manual's chapter about what a label is for. */
    static String chapterKey(InvocationLabel label) {
        String name = label == null ? "" : label.label();
        return "manual." + List.of("CNode", "TCB", "Untyped", "IRQ", "Domain", "X86IOPort", "X86IRQ", "X86").stream()
                .filter(name::startsWith).findFirst().orElse("other");
    }

    private static List<String> words(String key) {
        return lookup(key).map(text -> List.of(text.trim().split("\\s+"))).orElse(List.of());
    }

    private static Optional<String> lookup(String key) {
        try {
            return Optional.of(TABLE.getString(key));
        } catch (MissingResourceException notListed) {
            return Optional.empty();
        }
    }
}
