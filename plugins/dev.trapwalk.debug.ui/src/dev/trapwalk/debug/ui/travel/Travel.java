package dev.trapwalk.debug.ui.travel;

import dev.trapwalk.debug.core.launch.LaunchAttributes;
import dev.trapwalk.debug.core.launch.WalkConfigurations;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.ui.past.Pasts;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;

/** Goes to a mark of a scenario, in the session that is there or in a new one. */
public final class Travel {

    private Travel() {
    }

    /** The running session on a scenario; of several the one that stopped last. */
    public static Optional<WalkDebugTarget> session(IFile scenario) {
        List<WalkDebugTarget> all = Stream.of(DebugPlugin.getDefault().getLaunchManager().getDebugTargets())
                .filter(WalkDebugTarget.class::isInstance).map(WalkDebugTarget.class::cast)
                .filter(target -> target.scenario().equals(scenario) && !target.isTerminated()).toList();
        return Pasts.get().target(scenario).filter(all::contains).or(() -> all.stream().findFirst());
    }

    /** Goes to a mark; a refusal is told in words, on any thread. */
    public static void to(IFile scenario, Mark mark, Consumer<String> refused) {
        to(scenario, List.of(new Command.Jump(mark)), refused);
    }

    /** Has a session on a scenario carry out commands, one after the other; the first refusal is told. */
    public static void to(IFile scenario, List<Command<?>> commands, Consumer<String> refused) {
        Optional<WalkDebugTarget> target = session(scenario);
        if (target.isPresent()) {
            submit(target.get(), commands, refused);
            return;
        }
        ICoreRunnable launch = monitor -> launch(scenario, commands, refused, monitor);
        Job.create(Messages.bind(Messages.starting, scenario.getName()), launch).schedule();
    }

    private static void launch(IFile scenario, List<Command<?>> commands, Consumer<String> refused,
            IProgressMonitor monitor) {
        try {
            ILaunchConfigurationWorkingCopy configuration = WalkConfigurations.of(scenario).getWorkingCopy();
            configuration.setAttribute(LaunchAttributes.STOP_AT_START, true);
            ILaunch launch = configuration.launch(ILaunchManager.DEBUG_MODE, monitor);
            if (launch.getDebugTarget() instanceof WalkDebugTarget begun) {
                submit(begun, commands, refused);
            }
        } catch (CoreException failed) {
            refused.accept(failed.getStatus().getMessage());
        }
    }

    private static void submit(WalkDebugTarget target, List<Command<?>> commands, Consumer<String> refused) {
        for (Command<?> command : commands) {
            answer(target, command).thenAccept(message -> message.ifPresent(refused));
        }
    }

    private static <T> CompletionStage<Optional<String>> answer(WalkDebugTarget target, Command<T> command) {
        return target.session().submit(command)
                .thenApply(result -> result.isOk() ? Optional.empty() : Optional.of(result.message()));
    }
}
