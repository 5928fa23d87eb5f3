package dev.trapwalk.debug.ui.travel;

import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.breakpoint.ScenarioLineBreakpoint;
import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.Branch;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Result;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;
import dev.trapwalk.engine.session.breakpoint.HitCount;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.script.SavedSession;
import dev.trapwalk.engine.session.script.ScriptException;
import dev.trapwalk.engine.session.state.StopState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.jobs.Job;

/**
 * Sessions kept as files beside their scenarios: breakpoints, named marks, branches, and where the machine stands.
 * Breakpoints become those of the workspace, so that they can be seen and changed.
 */
public final class SessionFiles {

    /** Ending of such files. */
    public static final String EXTENSION = "walksession"; //$NON-NLS-1$

    private SessionFiles() {
    }

    /** Writes where a session stands into a file; what came of it is told in words, on any thread. */
    public static void save(WalkDebugTarget target, IFile file, Consumer<String> done, Consumer<String> refused) {
        Optional<StopState> state = target.stopState();
        if (state.isEmpty()) {
            refused.accept(Messages.nothingStands);
            return;
        }
        CompletableFuture<Result<List<Branch>>> branches = ask(target, new Command.ListBranches());
        CompletableFuture<Result<Map<String, Mark>>> marks = ask(target, new Command.NamedMarks());
        CompletableFuture<Result<List<BreakpointStatus>>> breakpoints = ask(target, new Command.ListBreakpoints());
        CompletableFuture.allOf(branches, marks, breakpoints).thenRun(() -> {
            if (!branches.join().isOk() || !marks.join().isOk()) {
                refused.accept(branches.join().message() + marks.join().message());
                return;
            }
            List<Breakpoint> definitions = breakpoints.join().value().orElse(List.of()).stream()
                    .map(BreakpointStatus::breakpoint).toList();
            write(file, new SavedSession(target.scenario().getName(), definitions, marks.join().get(),
                    branches.join().get(), state.get().mark()).text(), done, refused);
        });
    }

    private static <T> CompletableFuture<Result<T>> ask(WalkDebugTarget target, Command<T> question) {
        return target.session().submit(question).toCompletableFuture();
    }

    private static void write(IFile file, String text, Consumer<String> done, Consumer<String> refused) {
        ICoreRunnable write = monitor -> {
            InputStream contents = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            try {
                if (file.exists()) {
                    file.setContents(contents, true, true, monitor);
                } else {
                    file.create(contents, true, monitor);
                }
                done.accept(Messages.bind(Messages.saved, file.getFullPath()));
            } catch (CoreException notWritten) {
                refused.accept(notWritten.getStatus().getMessage());
            }
        };
        Job.create(Messages.bind(Messages.saving, file.getName()), write).schedule();
    }

    /** Brings a session to where a file says; begins one if there is none. */
    public static void open(IFile file, Consumer<String> refused) {
        ICoreRunnable open = monitor -> {
            try (InputStream in = file.getContents(true)) {
                SavedSession saved = SavedSession.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                IFile scenario = scenario(file, saved.scenario());
                if (scenario == null) {
                    refused.accept(Messages.bind(Messages.unknownScenario, saved.scenario()));
                    return;
                }
                for (Breakpoint breakpoint : saved.breakpoints()) {
                    set(scenario, breakpoint);
                }
                List<Command<?>> others = new ArrayList<>(saved.commands());
                others.removeIf(Command.PutBreakpoint.class::isInstance);
                Travel.to(scenario, others, refused);
            } catch (ScriptException | IOException unreadable) {
                refused.accept(Messages.bind(Messages.unreadable, file.getName(), unreadable.getMessage()));
            } catch (CoreException notOpened) {
                refused.accept(notOpened.getStatus().getMessage());
            }
        };
        Job.create(Messages.bind(Messages.opening, file.getName()), open).schedule();
    }

    private static IFile scenario(IFile file, String name) {
        IFile beside = file.getParent() == null ? null
                : file.getParent().getFile(IPath.fromPortableString(name));
        return beside != null && beside.exists() ? beside
                : new MarkLink(name, Mark.START).scenario().orElse(null);
    }

    private static void set(IFile scenario, Breakpoint definition) throws CoreException {
        WalkBreakpoint breakpoint;
        if (definition.location() instanceof Location.AtLine at) {
            Optional<ScenarioLineBreakpoint> there = ScenarioLineBreakpoint.find(scenario, at.line());
            breakpoint = there.isPresent() ? there.get() : new ScenarioLineBreakpoint(scenario, at.line());
        } else {
            breakpoint = KernelBreakpoints.set(definition.location());
        }
        breakpoint.setEnabled(definition.enabled());
        breakpoint.change(WalkBreakpoint.CONDITION, definition.condition());
        breakpoint.change(WalkBreakpoint.HIT_COUNT,
                definition.hitCount().equals(HitCount.ALL) ? "" : definition.hitCount().toString()); //$NON-NLS-1$
        breakpoint.change(WalkBreakpoint.THREADS, String.join(",", definition.threads())); //$NON-NLS-1$
        breakpoint.change(WalkBreakpoint.IGNORE_WHILE, definition.ignoreWhile());
        breakpoint.change(WalkBreakpoint.LOG_MESSAGE, definition.logMessage());
        breakpoint.change(WalkBreakpoint.UID, definition.id());
        breakpoint.change(WalkBreakpoint.TRIGGER, definition.trigger());
    }
}
