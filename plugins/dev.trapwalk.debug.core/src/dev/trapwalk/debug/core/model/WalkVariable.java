package dev.trapwalk.debug.core.model;

import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.state.FieldRef;
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

    /** Values of the machine as variables of a frame. */
    public static IVariable[] of(WalkStackFrame frame, List<Variable> variables) {
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
        return variable.canChange() && getDebugTarget().canResume();
    }

    /**
     * Sets the field to what the expression evaluates to; refuses values that the kernel could never produce. Does not
     * wait: the new value shows when the session has taken it over.
     */
    @Override
    public void setValue(String expression) throws DebugException {
        getDebugTarget().edit(List.of(edit(expression)));
    }

    private Command.SetValue edit(String expression) throws DebugException {
        FieldRef place = variable.storage().orElseThrow(() -> failure(Messages.notChangeable));
        return new Command.SetValue(place, Evaluation.word(frame, expression));
    }

    @Override
    public void setValue(IValue newValue) throws DebugException {
        setValue(newValue.getValueString());
    }

    @Override
    public boolean verifyValue(String expression) throws DebugException {
        getDebugTarget().check(List.of(edit(expression)));
        return true;
    }

    @Override
    public boolean verifyValue(IValue newValue) throws DebugException {
        return verifyValue(newValue.getValueString());
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
