package dev.trapwalk.debug.core.analysis;

import dev.trapwalk.engine.boot.Scenario;
import dev.trapwalk.engine.program.Program;
import dev.trapwalk.engine.program.Statement;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Place;
import dev.trapwalk.engine.session.Session;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.query.UnitRecord;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.target.ScenarioTarget;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * A session of its own on a scenario, to answer one question. The same scenario takes the same steps everywhere, so
 * its marks hold in every other session too. Each call waits until it is answered or cancelled: not for the user
 * interface thread.
 */
public final class PrivateRun implements AutoCloseable {

    private final Scenario scenario;
    private final Session session;
    private final CallSearch search;

    /** Boots a machine; it stands before its first instruction. */
    public PrivateRun(Scenario scenario) {
        this.scenario = scenario;
        this.session = Session.launch(scenario.name(), ScenarioTarget.factory(scenario),
                SessionSettings.DEFAULT.withStopAtStart(true), event -> { });
        this.search = new CallSearch(session);
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
            throw CallSearch.failure(Messages.bind(Messages.noSystemCall, line));
        }
        search.ask(new Command.ListBreakpoints(), monitor);
        StopState state = session.state().orElseThrow(() -> CallSearch.failure(Messages.noKernelEntry));
        if (!state.thread().name().equals(thread) || state.topFrame().statement().filter(call::equals).isEmpty()) {
            Location location = new Location.AtLine(call.source().line(), thread);
            state = search.ask(new Command.RunTo(new Place.At(location), Direction.FORWARD), monitor);
        }
        if (state.reason() == StopReason.END || state.reason() == StopReason.NOT_MODELLED) {
            throw CallSearch.failure(Messages.bind(Messages.neverReached, line, state.message()));
        }
        return search.from(state.mark().unit(), state.enteredThread(), 1, monitor);
    }

    /** The kernel entry of a thread that returned to its program at a unit: the last one before. */
    public UnitRecord callBefore(long unit, String thread, IProgressMonitor monitor) throws CoreException {
        search.ask(new Command.Jump(Mark.user(unit)), monitor);
        return search.before(unit, thread, monitor);
    }

    @Override
    public void close() {
        session.close();
    }
}
