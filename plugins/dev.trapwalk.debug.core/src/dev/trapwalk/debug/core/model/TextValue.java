package dev.trapwalk.debug.core.model;

import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;

/** A value that is only a text, such as that of an expression. */
final class TextValue extends WalkElement implements IValue {

    private final String text;

    TextValue(WalkStackFrame frame, String text) {
        super(frame.getDebugTarget());
        this.text = text;
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
        return new IVariable[0];
    }

    @Override
    public boolean hasVariables() {
        return false;
    }
}
