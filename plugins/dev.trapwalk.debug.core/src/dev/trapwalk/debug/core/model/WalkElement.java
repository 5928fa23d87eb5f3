package dev.trapwalk.debug.core.model;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.debug.core.command.WalkCommands;
import dev.trapwalk.engine.session.state.StopState;
import java.util.Optional;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.DebugElement;
import org.eclipse.debug.core.model.IMemoryBlockRetrieval;
import org.eclipse.debug.core.model.IMemoryBlockRetrievalExtension;

/** What all elements of the model have in common. Getters read the published stop state and nothing else. */
abstract class WalkElement extends DebugElement {

    private final WalkDebugTarget target;

    WalkElement(WalkDebugTarget target) {
        super(target);
        this.target = target;
    }

    @Override
    public String getModelIdentifier() {
        return DebugCore.MODEL_ID;
    }

    @Override
    public WalkDebugTarget getDebugTarget() {
        return target == null ? (WalkDebugTarget) this : target;
    }

    /** The machine as it was at the last stop; empty before the first one and after the end. */
    protected Optional<StopState> state() {
        return getDebugTarget().stopState();
    }

    /** An exception with a message for a person. */
    static DebugException failure(String message) {
        return new DebugException(DebugCore.status(IStatus.ERROR, message, null));
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == WalkDebugTarget.class) {
            return adapter.cast(getDebugTarget());
        }
        if (adapter == IMemoryBlockRetrieval.class || adapter == IMemoryBlockRetrievalExtension.class) {
            // The Memory view shows the blocks of one retrieval: whichever element is selected, the same ones stay.
            return adapter.cast(getDebugTarget());
        }
        if (adapter == WalkThread.class && this instanceof WalkStackFrame frame) {
            return adapter.cast(frame.getThread());
        }
        T command = WalkCommands.adapter(adapter);
        return command == null ? super.getAdapter(adapter) : command;
    }
}
