package dev.trapwalk.debug.core.structure;

import dev.trapwalk.debug.core.model.MachineValue;
import dev.trapwalk.debug.core.model.WalkStackFrame;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.point.Operand;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.Variable;
import java.util.Optional;
import org.eclipse.debug.core.model.IValue;

/**
 * A capability that is to be opened.
 *
 * @param frame that the value was found in
 * @param variable a slot, or the first word of a capability
 */
record Subject(WalkStackFrame frame, Variable variable) {

    /** The capability that a value is or holds; empty for other values and for empty slots. */
    static Optional<Subject> of(IValue value) {
        if (!(value instanceof MachineValue machine) || machine.source().isEmpty()) {
            return Optional.empty();
        }
        Subject subject = new Subject(machine.frame(), machine.source().get());
        boolean capability = subject.slot().isPresent() || subject.variable.kind() == Operand.Kind.CAP;
        return capability && subject.type() != CapType.NULL ? Optional.of(subject) : Optional.empty();
    }

    MachineImage machine() {
        return variable.machine();
    }

    /** The slot that holds it; empty for a capability that a kernel function has in a C variable. */
    Optional<Long> slot() {
        return variable.kind() == Operand.Kind.SLOT && variable.value() != 0 ? Optional.of(variable.value())
                : Optional.empty();
    }

    /** Its first word. */
    long word() {
        return slot().map(machine()::read).orElse(variable.value());
    }

    CapType type() {
        return CapType.of(word());
    }
}
