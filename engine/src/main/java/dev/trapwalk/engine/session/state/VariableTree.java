package dev.trapwalk.engine.session.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.Rights;
import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.Operand;

/** What is inside a value, by its kind. */
final class VariableTree {

    private static final List<FieldSpec> MESSAGE_INFO = List.of(new FieldSpec(MessageInfo.LABEL, Operand.Kind.LABEL),
            new FieldSpec(MessageInfo.CAPS_UNWRAPPED, Operand.Kind.COUNT),
            new FieldSpec(MessageInfo.EXTRA_CAPS, Operand.Kind.COUNT),
            new FieldSpec(MessageInfo.LENGTH, Operand.Kind.COUNT));
    private static final List<FieldSpec> RIGHTS = List.of(new FieldSpec(Rights.READ, Operand.Kind.FLAG),
            new FieldSpec(Rights.WRITE, Operand.Kind.FLAG), new FieldSpec(Rights.GRANT, Operand.Kind.FLAG),
            new FieldSpec(Rights.GRANT_REPLY, Operand.Kind.FLAG));

    private VariableTree() {
    }

    static boolean hasChildren(Variable variable) {
        return switch (variable.kind()) {
            case SLOT, TCB, ENDPOINT, NOTIFICATION -> variable.value() != 0
                    && variable.machine().isPresent(variable.value());
            case MESSAGE_INFO, RIGHTS, CAP -> true;
            default -> false;
        };
    }

    static List<Variable> children(Variable variable) {
        if (!hasChildren(variable)) {
            return List.of();
        }
        MachineImage machine = variable.machine();
        long value = variable.value();
        return switch (variable.kind()) {
            case SLOT -> slot(machine, value);
            case TCB -> thread(machine, value);
            case ENDPOINT -> block(machine, value, Blocks.ENDPOINT_FIELDS);
            case NOTIFICATION -> block(machine, value, Blocks.NOTIFICATION_FIELDS);
            case MESSAGE_INFO -> parts(variable, MESSAGE_INFO);
            case RIGHTS -> parts(variable, RIGHTS);
            case CAP -> parts(variable, Blocks.capability(CapType.of(value)).stream()
                    .filter(spec -> spec.field().word() == 0).toList());
            default -> List.of();
        };
    }

    /** Capability and MDB node of a slot. */
    private static List<Variable> slot(MachineImage machine, long slot) {
        List<FieldSpec> specs = new ArrayList<>(Blocks.capability(CapType.of(machine.read(slot))));
        specs.addAll(Blocks.MDB_FIELDS);
        List<Variable> children = block(machine, slot, specs);
        children.add(0, new Variable("capType", Operand.Kind.CAP, machine.read(slot), Optional.empty(), machine));
        return children;
    }

    private static List<Variable> thread(MachineImage machine, long tcb) {
        List<Variable> children = block(machine, tcb, Blocks.TCB_FIELDS);
        for (int i = 0; i < Tcb.SLOTS; i++) {
            children.add(Variable.of(Blocks.TCB_SLOTS.get(i), Operand.Kind.SLOT, Tcb.slot(tcb, i), machine));
        }
        return children;
    }

    private static List<Variable> block(MachineImage machine, long base, List<FieldSpec> specs) {
        List<Variable> children = new ArrayList<>(specs.size());
        for (FieldSpec spec : specs) {
            children.add(Variable.field(spec.name(), spec, base, machine));
        }
        return children;
    }

    /** Parts of a single word; they can be changed when the word is kept in memory. */
    private static List<Variable> parts(Variable whole, List<FieldSpec> specs) {
        List<Variable> children = new ArrayList<>(specs.size());
        for (FieldSpec spec : specs) {
            BitField field = spec.field();
            children.add(new Variable(spec.name(), spec.kind(), field.in(whole.value()),
                    whole.storage().filter(ref -> ref.field().width() == 64)
                            .map(ref -> new FieldRef(ref.address(), field)), whole.machine()));
        }
        return children;
    }
}
