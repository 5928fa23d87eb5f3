package dev.trapwalk.debug.core.analysis;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.engine.boot.Scenario;
import dev.trapwalk.engine.program.Program;
import dev.trapwalk.engine.program.Statement;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Place;
import dev.trapwalk.engine.session.Result;
import dev.trapwalk.engine.session.Session;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.query.UnitRecord;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.target.ScenarioTarget;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;

/**
 * A session of its own on a scenario, to answer one question. The same scenario takes the same steps everywhere, so
 * its marks hold in every other session too. Each call waits until it is answered or cancelled: not for the user
 * interface thread.
 */
public final class PrivateRun implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 50;
    /** Most units between the beginning of a system call and its return that are looked through. */
    private static final int MOST_UNITS = 1_000;

    private final Scenario scenario;
    private final Session session;

    /** Boots a machine; it stands before its first instruction. */
    public PrivateRun(Scenario scenario) {
        this.scenario = scenario;
        this.session = Session.launch(scenario.name(), ScenarioTarget.factory(scenario),
                SessionSettings.DEFAULT.withStopAtStart(true), event -> { });
    }

    /**
     * The kernel entry of the system call on a line of the scenario, the first time it is executed. An error if there
     * is no system call on it, or the machine never comes there.
     *
     * @param line 1-based
     */
    public UnitRecord callAt(int line, IProgressMonitor monitor) throws CoreException {
        Statement.SystemCall call = null;
        String thread = ""; //$NON-NLS-1$
        for (Program program : scenario.programs()) {
            for (Statement statement : program.statements()) {
                if (statement instanceof Statement.SystemCall candidate && candidate.source().line() <= line
                        && line <= candidate.source().endLine()) {
                    call = candidate;
                    thread = program.thread();
                }
            }
        }
        if (call == null) {
            throw failure(Messages.bind(Messages.noSystemCall, line));
        }
        Location location = new Location.AtLine(call.source().line(), thread);
        StopState state = ask(new Command.RunTo(new Place.At(location), Direction.FORWARD), monitor);
        if (state.reason() == StopReason.END || state.reason() == StopReason.NOT_MODELLED) {
            throw failure(Messages.bind(Messages.neverReached, line, state.message()));
        }
        return entryFrom(state.mark().unit(), state.enteredThread(), 1, monitor);
    }

    /** The kernel entry of a thread that returned to its program at a unit: the last one before. */
    public UnitRecord callBefore(long unit, String thread, IProgressMonitor monitor) throws CoreException {
        ask(new Command.Jump(Mark.user(unit)), monitor);
        return entryFrom(unit - 1, session.state().orElseThrow().machine().objects().named(thread)
                .map(object -> object.address()).orElse(0L), -1, monitor);
    }

    private UnitRecord entryFrom(long first, long tcb, int direction, IProgressMonitor monitor) throws CoreException {
        for (long unit = first; unit >= 0 && Math.abs(unit - first) < MOST_UNITS; unit += direction) {
            UnitRecord record = ask(new Command.RecordUnit(unit), monitor);
            if (record.enteredKernel() && record.thread() == tcb) {
                return record;
            }
        }
        throw failure(Messages.noKernelEntry);
    }

    private <T> T ask(Command<T> command, IProgressMonitor monitor) throws CoreException {
        CompletableFuture<Result<T>> answer = session.submit(command).toCompletableFuture();
        while (true) {
            try {
                Result<T> result = answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
                if (!result.isOk()) {
                    throw failure(result.message());
                }
                return result.get();
            } catch (TimeoutException stillRunning) {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new OperationCanceledException();
            } catch (ExecutionException broken) {
                throw new CoreException(DebugCore.status(IStatus.ERROR, broken.getMessage(), broken));
            }
        }
    }

    private static CoreException failure(String message) {
        return new CoreException(DebugCore.status(IStatus.ERROR, message, null));
    }

    @Override
    public void close() {
        session.close();
    }
}
