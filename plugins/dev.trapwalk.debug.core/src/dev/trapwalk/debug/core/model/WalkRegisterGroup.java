package dev.trapwalk.debug.core.model;

import dev.trapwalk.engine.session.state.RegisterGroup;
import org.eclipse.debug.core.model.IRegister;
import org.eclipse.debug.core.model.IRegisterGroup;

/**
 * Registers that belong together: live ones, the saved user context, the message, the processor's control registers.
 */
public final class WalkRegisterGroup extends WalkElement implements IRegisterGroup {

    private final WalkStackFrame frame;
    private final RegisterGroup group;

    WalkRegisterGroup(WalkStackFrame frame, RegisterGroup group) {
        super(frame.getDebugTarget());
        this.frame = frame;
        this.group = group;
    }

    /** Which group. */
    public RegisterGroup.Kind kind() {
        return group.kind();
    }

    @Override
    public String getName() {
        return switch (group.kind()) {
            case LIVE -> Messages.registersLive;
            case SAVED -> Messages.registersSaved;
            case MESSAGE -> Messages.registersMessage;
            case CONTROL -> Messages.registersControl;
        };
    }

    @Override
    public IRegister[] getRegisters() {
        return group.registers().stream().map(register -> new WalkRegister(frame, this, register))
                .toArray(IRegister[]::new);
    }

    @Override
    public boolean hasRegisters() {
        return !group.registers().isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WalkRegisterGroup that && frame.getThread() == that.frame.getThread()
                && group.kind() == that.group.kind();
    }

    @Override
    public int hashCode() {
        return group.kind().hashCode();
    }
}
