package dev.trapwalk.debug.core.model;

import dev.trapwalk.engine.session.state.Variable;
import java.util.List;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;

/** A named value. The name stays the same from stop to stop, so that views keep what is expanded and selected. */
public class WalkVariable extends WalkElement implements IVariable {

    private final WalkStackFrame frame;
    private final Variable variable;
    private final WalkValue value;

    WalkVariable(WalkStackFrame frame, Variable variable) {
        super(frame.getDebugTarget());
        this.frame = frame;
        this.variable = variable;
        this.value = new WalkValue(this);
    }

    static IVariable[] of(WalkStackFrame frame, List<Variable> variables) {
        return variables.stream().map(variable -> new WalkVariable(frame, variable)).toArray(IVariable[]::new);
    }

    /** The session's variable. */
    public Variable variable() {
        return variable;
    }

    WalkStackFrame frame() {
        return frame;
    }

    @Override
    public IValue getValue() {
        return value;
    }

    @Override
    public String getName() {
        return variable.name();
    }

    @Override
    public String getReferenceTypeName() {
        return variable.kind().name().toLowerCase();
    }

    /** Whether the word that holds it was different at the stop before this one. */
    @Override
    public boolean hasValueChanged() {
        return getDebugTarget().changes().changed(frame, variable);
    }

    @Override
    public boolean supportsValueModification() {
        return false;
    }

    @Override
    public void setValue(String expression) throws DebugException {
        throw failure(Messages.notChangeable);
    }

    @Override
    public void setValue(IValue newValue) throws DebugException {
        throw failure(Messages.notChangeable);
    }

    @Override
    public boolean verifyValue(String expression) {
        return false;
    }

    @Override
    public boolean verifyValue(IValue newValue) {
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WalkVariable that && frame.equals(that.frame) && variable.equals(that.variable);
    }

    @Override
    public int hashCode() {
        return variable.hashCode();
    }
}
