package dev.trapwalk.debug.core.model;

import dev.trapwalk.engine.session.state.Variable;
import java.util.Optional;
import org.eclipse.debug.core.model.IVariable;

/** The value of a {@link WalkVariable}; opens into what lies behind it: a slot's capability, a TCB's fields ... */
public final class WalkValue extends WalkElement implements MachineValue {

    private final WalkVariable variable;

    WalkValue(WalkVariable variable) {
        super(variable.getDebugTarget());
        this.variable = variable;
    }

    /** The variable whose value this is. */
    public WalkVariable variable() {
        return variable;
    }

    @Override
    public WalkStackFrame frame() {
        return variable.frame();
    }

    @Override
    public Optional<Variable> source() {
        return Optional.of(variable.variable());
    }

    @Override
    public String getReferenceTypeName() {
        return variable.getReferenceTypeName();
    }

    @Override
    public String getValueString() {
        return variable.variable().text();
    }

    @Override
    public boolean isAllocated() {
        return true;
    }

    @Override
    public IVariable[] getVariables() {
        return WalkVariable.of(variable.frame(), variable.variable().children());
    }

    @Override
    public boolean hasVariables() {
        return variable.variable().hasChildren();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WalkValue that && variable.equals(that.variable);
    }

    @Override
    public int hashCode() {
        return variable.hashCode();
    }
}
