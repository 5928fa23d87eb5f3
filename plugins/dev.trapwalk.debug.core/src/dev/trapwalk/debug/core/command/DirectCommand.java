package dev.trapwalk.debug.core.command;

import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.commands.AbstractDebugCommand;
import org.eclipse.debug.core.commands.IDebugCommandRequest;
import org.eclipse.debug.core.commands.IEnabledStateRequest;

/**
 * A command that says at once whether it can be used, since that is read from the stop that was published, and is given
 * to the session at once, since that does not wait. The platform's own commands do both in jobs of their own, each of
 * them after each step.
 */
abstract class DirectCommand extends AbstractDebugCommand {

    @Override
    public final void canExecute(IEnabledStateRequest request) {
        Object[] targets = targets(request);
        boolean enabled = false;
        try {
            enabled = Stream.of(targets).allMatch(Objects::nonNull)
                    && isExecutable(targets, new NullProgressMonitor(), request);
        } catch (CoreException unknown) {
            request.setStatus(unknown.getStatus());
        }
        request.setEnabled(enabled);
        request.done();
    }

    private Object[] targets(IDebugCommandRequest request) {
        return Stream.of(request.getElements()).map(this::getTarget).distinct().toArray();
    }

    /** Buttons do not flicker from step to step: the next stop says whether there is a way on. */
    @Override
    public final boolean execute(IDebugCommandRequest request) {
        try {
            doExecute(targets(request), new NullProgressMonitor(), request);
        } catch (CoreException refused) {
            request.setStatus(refused.getStatus());
        }
        request.done();
        return true;
    }
}
