package dev.trapwalk.engine.session.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.state.MachineImage;

/**
 * libsel4's parameters of invocations: how they are named, what carries them, which check of the kernel looks at which,
 * and what it would let pass. The tables are the bundles {@code parameters} and {@code legal} beside this class; names
 * of capabilities sent along have a star.
 */
final class Arguments {

    private static final ResourceBundle TABLE =
            ResourceBundle.getBundle(Arguments.class.getPackageName() + ".parameters");
    private static final ResourceBundle LEGAL = ResourceBundle.getBundle(Arguments.class.getPackageName() + ".legal");

    private Arguments() {
    }

    /** Parameters of an invocation in the order of the message, capabilities (with a star) among them. */
    static List<String> names(InvocationLabel label) {
        return label == null ? List.of() : words(label.label());
    }

    /** The arguments that a check of the kernel looks at. */
    static List<ErrorAnswer.Argument> deciding(UnitRecord unit, InvocationLabel label, KernelPoint check) {
        List<String> wanted = words(check.id());
        List<ErrorAnswer.Argument> arguments = new ArrayList<>(ofMessageInfo(unit, wanted));
        int word = 0;
        int cap = 0;
        for (String parameter : names(label)) {
            boolean isCap = parameter.startsWith("*");
            String name = isCap ? parameter.substring(1) : parameter;
            if (wanted.contains(name) || wanted.contains("*") && isCap) {
                arguments.add(isCap ? cap(unit, name, cap) : word(unit, name, word));
            }
            cap += isCap ? 1 : 0;
            word += isCap ? 0 : 1;
        }
        return arguments;
    }

    private static List<ErrorAnswer.Argument> ofMessageInfo(UnitRecord unit, List<String> wanted) {
        long info = unit.before().register(Register.MSG_INFO);
        List<ErrorAnswer.Argument> arguments = new ArrayList<>();
        if (wanted.contains("_service")) {
            arguments.add(new ErrorAnswer.Argument("_service", "rdi", unit.before().register(Register.CAP)));
        }
        for (BitField field : List.of(MessageInfo.LABEL, MessageInfo.LENGTH, MessageInfo.EXTRA_CAPS)) {
            if (wanted.contains(field.name())) {
                arguments.add(new ErrorAnswer.Argument(field.name(), "rsi (msgInfo)", field.in(info)));
            }
        }
        return arguments;
    }

    /** Which values a check of the kernel would let pass, in words; empty if the table does not say. */
    static String legal(KernelPoint check) {
        return lookup(LEGAL, check.id()).or(() -> lookup(LEGAL, check.name())).orElse("");
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

    private static List<String> words(String key) {
        return lookup(TABLE, key).map(text -> List.of(text.trim().split("\\s+"))).orElse(List.of());
    }

    private static Optional<String> lookup(ResourceBundle bundle, String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }
}
