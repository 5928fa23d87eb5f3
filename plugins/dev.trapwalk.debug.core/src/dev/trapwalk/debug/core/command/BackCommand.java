package dev.trapwalk.debug.core.command;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkThread;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.StepKind;
import java.util.Optional;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.debug.core.IRequest;
import org.eclipse.debug.core.commands.IDebugCommandHandler;
import org.eclipse.debug.core.commands.IEnabledStateRequest;

/**
 * A motion back in time. User interfaces ask an element of the debug model for the adapter {@link Into}, {@link Over},
 * {@link Return} or {@link Resume}, as they do for the platform's own commands.
 */
public abstract class BackCommand extends DirectCommand {

    /** Steps to the place before this one. */
    public interface Into extends IDebugCommandHandler {
    }

    /** Steps to the place before this one in this function or its caller. */
    public interface Over extends IDebugCommandHandler {
    }

    /** Steps to where this function was called. */
    public interface Return extends IDebugCommandHandler {
    }

    /** Runs back to the breakpoint passed last, or to the start of the history. */
    public interface Resume extends IDebugCommandHandler {
    }

    static final Into INTO = new StepBackInto();
    static final Over OVER = new StepBackOver();
    static final Return RETURN = new StepBackReturn();
    static final Resume RESUME = new ResumeBack();

    /** Does it, for the thread that was selected. */
    abstract void back(WalkThread thread) throws CoreException;

    @Override
    protected Object getTarget(Object element) {
        WalkThread thread = Adapters.adapt(element, WalkThread.class);
        return thread != null ? thread : Optional.ofNullable(Adapters.adapt(element, WalkDebugTarget.class))
                .flatMap(WalkDebugTarget::enteredThread).orElse(null);
    }

    @Override
    protected boolean isExecutable(Object[] targets, IProgressMonitor monitor, IEnabledStateRequest request) {
        return targets.length == 1 && targets[0] instanceof WalkThread thread && thread.getDebugTarget().canGoBack();
    }

    @Override
    protected void doExecute(Object[] targets, IProgressMonitor monitor, IRequest request) throws CoreException {
        for (Object target : targets) {
            back((WalkThread) target);
        }
    }

    private static final class StepBackInto extends BackCommand implements Into {

        @Override
        void back(WalkThread thread) throws CoreException {
            thread.step(StepKind.INTO, Direction.BACKWARD);
        }
    }

    private static final class StepBackOver extends BackCommand implements Over {

        @Override
        void back(WalkThread thread) throws CoreException {
            thread.step(StepKind.OVER, Direction.BACKWARD);
        }
    }

    private static final class StepBackReturn extends BackCommand implements Return {

        @Override
        void back(WalkThread thread) throws CoreException {
            thread.step(StepKind.RETURN, Direction.BACKWARD);
        }
    }

    private static final class ResumeBack extends BackCommand implements Resume {

        @Override
        void back(WalkThread thread) {
            thread.getDebugTarget().move(new Command.Resume(Direction.BACKWARD), null);
        }
    }
}
