package dev.trapwalk.debug.core.structure;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkStackFrame;
import dev.trapwalk.debug.core.model.WalkVariable;
import dev.trapwalk.engine.session.state.Variable;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.DebugElement;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;

/** A value made up of others, with a text of its own. */
final class Group extends DebugElement implements IValue {

    private final WalkStackFrame frame;
    private final String text;
    private final List<IVariable> parts = new ArrayList<>();

    Group(WalkStackFrame frame, String text) {
        super(frame.getDebugTarget());
        this.frame = frame;
        this.text = text;
    }

    /** Adds a value of the machine, which opens further. */
    Group add(Variable variable) {
        parts.addAll(List.of(WalkVariable.of(frame, List.of(variable))));
        return this;
    }

    /** Adds values of the debug model as they are. */
    Group add(IVariable[] variables) {
        parts.addAll(List.of(variables));
        return this;
    }

    /** Adds a text. */
    Group add(String name, String value) {
        return add(name, new Group(frame, value));
    }

    /** Adds values under one name. */
    Group add(String name, Group group) {
        parts.add(new Part(frame.getDebugTarget(), name, group));
        return this;
    }

    @Override
    public String getModelIdentifier() {
        return DebugCore.MODEL_ID;
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
        return parts.toArray(IVariable[]::new);
    }

    @Override
    public boolean hasVariables() {
        return !parts.isEmpty();
    }

    /** A group with a name. It cannot be changed: what it shows is worked out from other values. */
    private static final class Part extends DebugElement implements IVariable {

        private final String name;
        private final Group value;

        Part(WalkDebugTarget target, String name, Group value) {
            super(target);
            this.name = name;
            this.value = value;
        }

        @Override
        public String getModelIdentifier() {
            return DebugCore.MODEL_ID;
        }

        @Override
        public IValue getValue() {
            return value;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getReferenceTypeName() {
            return "";
        }

        @Override
        public boolean hasValueChanged() {
            return false;
        }

        @Override
        public boolean supportsValueModification() {
            return false;
        }

        @Override
        public void setValue(String expression) throws DebugException {
            throw new DebugException(DebugCore.status(IStatus.ERROR, Messages.workedOut, null));
        }

        @Override
        public void setValue(IValue newValue) throws DebugException {
            setValue("");
        }

        @Override
        public boolean verifyValue(String expression) {
            return false;
        }

        @Override
        public boolean verifyValue(IValue newValue) {
            return false;
        }
    }
}
