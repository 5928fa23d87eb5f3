package dev.trapwalk.debug.core.model;

import dev.trapwalk.engine.session.state.Variable;
import org.eclipse.debug.core.model.IRegister;

/** One register of a group. */
public final class WalkRegister extends WalkVariable implements IRegister {

    private final WalkRegisterGroup group;

    WalkRegister(WalkStackFrame frame, WalkRegisterGroup group, Variable register) {
        super(frame, register);
        this.group = group;
    }

    @Override
    public WalkRegisterGroup getRegisterGroup() {
        return group;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WalkRegister that && group.equals(that.group) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
