package dev.trapwalk.debug.core.model;

import dev.trapwalk.engine.session.state.Variable;
import java.util.Optional;
import org.eclipse.debug.core.model.IValue;

/** A value that stands for something of the machine, and so may be opened in more than one way. */
public interface MachineValue extends IValue {

    /** The frame in which it was found or worked out. */
    WalkStackFrame frame();

    /** What of the machine it stands for; empty for bare texts and numbers. */
    Optional<Variable> source();
}
