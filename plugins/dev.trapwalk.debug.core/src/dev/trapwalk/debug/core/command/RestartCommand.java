package dev.trapwalk.debug.core.command;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.state.StopState;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.debug.core.IRequest;
import org.eclipse.debug.core.commands.IDebugCommandHandler;
import org.eclipse.debug.core.commands.IEnabledStateRequest;
import org.eclipse.debug.core.commands.IRestartHandler;

/** Begins again: the whole session from boot, or only the system call in which the machine stands. */
public abstract class RestartCommand extends DirectCommand {

    /** Goes back to user mode before the current kernel entry. */
    public interface SystemCall extends IDebugCommandHandler {
    }

    static final IRestartHandler SESSION = new Session();
    static final SystemCall SYSTEM_CALL = new CurrentSystemCall();

    /** What the session is asked to do. */
    abstract Command.Motion motion();

    /** What is to be done once the machine stands there. */
    void goOn(WalkDebugTarget target, StopState state) {
        // Most restarts end where they lead.
    }

    /** Whether that makes sense where the machine stands. */
    abstract boolean makesSense(WalkDebugTarget target);

    @Override
    protected Object getTarget(Object element) {
        return Adapters.adapt(element, WalkDebugTarget.class);
    }

    @Override
    protected boolean isExecutable(Object[] targets, IProgressMonitor monitor, IEnabledStateRequest request) {
        return targets.length == 1 && targets[0] instanceof WalkDebugTarget target && target.canResume()
                && makesSense(target);
    }

    @Override
    protected void doExecute(Object[] targets, IProgressMonitor monitor, IRequest request) {
        for (Object element : targets) {
            WalkDebugTarget target = (WalkDebugTarget) element;
            target.move(motion(), null).thenAccept(result -> {
                if (result.isOk()) {
                    goOn(target, result.get());
                }
            });
        }
    }

    private static final class Session extends RestartCommand implements IRestartHandler {

        @Override
        Command.Motion motion() {
            return new Command.Restart();
        }

        /** A launch that does not stop at its start does not do so when it is repeated. */
        @Override
        void goOn(WalkDebugTarget target, StopState state) {
            if (target.passesOver(state)) {
                target.move(new Command.Resume(), null);
            }
        }

        @Override
        boolean makesSense(WalkDebugTarget target) {
            return true;
        }
    }

    private static final class CurrentSystemCall extends RestartCommand implements SystemCall {

        @Override
        Command.Motion motion() {
            return new Command.RestartSystemCall();
        }

        @Override
        boolean makesSense(WalkDebugTarget target) {
            return target.stopState().filter(stop -> !stop.mark().isUserMode()).isPresent();
        }
    }
}
