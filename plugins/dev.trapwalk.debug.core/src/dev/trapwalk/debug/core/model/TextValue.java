package dev.trapwalk.debug.core.model;

import dev.trapwalk.engine.session.state.Variable;
import java.util.List;
import java.util.Optional;
import org.eclipse.debug.core.model.IVariable;

/** The value of an expression: a text, with what is inside it where it is more than a number. */
final class TextValue extends WalkElement implements MachineValue {

    private final String text;
    private final WalkStackFrame frame;
    private final Optional<Variable> value;

    TextValue(WalkStackFrame frame, String text, Optional<Variable> value) {
        super(frame.getDebugTarget());
        this.text = text;
        this.frame = frame;
        this.value = value;
    }

    @Override
    public WalkStackFrame frame() {
        return frame;
    }

    @Override
    public Optional<Variable> source() {
        return value;
    }

    @Override
    public String getReferenceTypeName() {
        return "";
    }

    @Override
    public String getValueString() {
        return text;
    }

    @Override
    public boolean isAllocated() {
        return true;
    }

    @Override
    public IVariable[] getVariables() {
        return WalkVariable.of(frame, value.map(Variable::children).orElse(List.of()));
    }

    @Override
    public boolean hasVariables() {
        return value.map(Variable::hasChildren).orElse(false);
    }
}
