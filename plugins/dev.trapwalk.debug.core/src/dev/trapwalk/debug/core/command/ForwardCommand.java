package dev.trapwalk.debug.core.command;

import java.util.Map;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.IRequest;
import org.eclipse.debug.core.commands.IDebugCommandHandler;
import org.eclipse.debug.core.commands.IDropToFrameHandler;
import org.eclipse.debug.core.commands.IEnabledStateRequest;
import org.eclipse.debug.core.commands.IStepIntoHandler;
import org.eclipse.debug.core.commands.IStepOverHandler;
import org.eclipse.debug.core.commands.IStepReturnHandler;
import org.eclipse.debug.core.model.IDropToFrame;
import org.eclipse.debug.core.model.IStep;

/**
 * The platform's commands for stepping, on one thread or frame of our model.
 *
 * @param <T> what the command is of
 */
abstract class ForwardCommand<T> extends DirectCommand {

    static final Map<Class<?>, IDebugCommandHandler> ALL = Map.of(IStepIntoHandler.class, new Into(),
            IStepOverHandler.class, new Over(), IStepReturnHandler.class, new Return(), IDropToFrameHandler.class,
            new Drop());

    private final Class<T> type;

    private ForwardCommand(Class<T> type) {
        this.type = type;
    }

    abstract boolean can(T target);

    abstract void go(T target) throws DebugException;

    @Override
    protected Object getTarget(Object element) {
        return type.isInstance(element) ? element : null;
    }

    @Override
    protected boolean isExecutable(Object[] targets, IProgressMonitor monitor, IEnabledStateRequest request) {
        return targets.length == 1 && can(type.cast(targets[0]));
    }

    @Override
    protected void doExecute(Object[] targets, IProgressMonitor monitor, IRequest request) throws CoreException {
        for (Object target : targets) {
            if (target != null) {
                go(type.cast(target));
            }
        }
    }

    private static final class Into extends ForwardCommand<IStep> implements IStepIntoHandler {

        Into() {
            super(IStep.class);
        }

        @Override
        boolean can(IStep target) {
            return target.canStepInto();
        }

        @Override
        void go(IStep target) throws DebugException {
            target.stepInto();
        }
    }

    private static final class Over extends ForwardCommand<IStep> implements IStepOverHandler {

        Over() {
            super(IStep.class);
        }

        @Override
        boolean can(IStep target) {
            return target.canStepOver();
        }

        @Override
        void go(IStep target) throws DebugException {
            target.stepOver();
        }
    }

    private static final class Return extends ForwardCommand<IStep> implements IStepReturnHandler {

        Return() {
            super(IStep.class);
        }

        @Override
        boolean can(IStep target) {
            return target.canStepReturn();
        }

        @Override
        void go(IStep target) throws DebugException {
            target.stepReturn();
        }
    }

    private static final class Drop extends ForwardCommand<IDropToFrame> implements IDropToFrameHandler {

        Drop() {
            super(IDropToFrame.class);
        }

        @Override
        boolean can(IDropToFrame target) {
            return target.canDropToFrame();
        }

        @Override
        void go(IDropToFrame target) throws DebugException {
            target.dropToFrame();
        }
    }
}
