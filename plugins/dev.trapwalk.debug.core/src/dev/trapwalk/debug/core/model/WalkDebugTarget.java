package dev.trapwalk.debug.core.model;

import dev.trapwalk.debug.core.breakpoint.SessionBreakpoints;
import dev.trapwalk.debug.core.csource.Checkout;
import dev.trapwalk.debug.core.csource.Checkouts;
import dev.trapwalk.debug.core.memory.TargetMemory;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Place;
import dev.trapwalk.engine.session.Result;
import dev.trapwalk.engine.session.ResultCode;
import dev.trapwalk.engine.session.Session;
import dev.trapwalk.engine.session.SessionEvent;
import dev.trapwalk.engine.session.SessionListener;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.SessionStatus;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.target.TargetFactory;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarkerDelta;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IStepFilters;
import org.eclipse.debug.core.model.IThread;

/**
 * One debugged machine: the Eclipse face of a {@link Session}.
 *
 * <p>Commands go to the session and return at once; the state of the elements changes only when the session says so
 * ({@link SessionEvents}), and then before the platform is told.
 */
public final class WalkDebugTarget extends WalkElement implements IDebugTarget, IStepFilters, TargetMemory {

    /** Detail of the model specific event that tells of a motion that the session refused. */
    public static final int REFUSED = 1;

    private final ILaunch launch;
    private final boolean stopAtStart;
    private volatile Session session;
    private volatile SessionBreakpoints breakpoints;
    private final IFile scenario;
    private final ScenarioWatch watch;
    private final LaunchRemoval removal = new LaunchRemoval(this);
    private final Optional<Checkout> ownSource;
    private final Changes changes = new Changes();
    private final WalkThreads threads = new WalkThreads(this);
    private volatile StopState stopState;
    private final RunState run = new RunState();
    private volatile boolean unwanted;
    private final Suspension suspension = new Suspension(this);
    private volatile boolean stepFilters = DebugPlugin.isUseStepFilters();
    private volatile IProcess process;
    private volatile SessionListener notices;

    /**
     * @param launch it belongs to
     * @param scenario the file it was read from
     * @param stopAtStart whether to stand still before the first user instruction
     */
    public WalkDebugTarget(ILaunch launch, IFile scenario, boolean stopAtStart) {
        super(null);
        this.launch = launch;
        this.scenario = scenario;
        this.watch = new ScenarioWatch(this, scenario);
        this.stopAtStart = stopAtStart;
        this.ownSource = Checkouts.own(launch.getLaunchConfiguration());
    }

    /**
     * Boots the machine. The session always stops at its start first, so that all breakpoints are set before anything
     * runs.
     *
     * @param factory boots the machine, on the session's own thread
     * @param settings of the session
     * @param stops breakpoints of this session only
     * @param output is told everything before this target is
     */
    public void start(TargetFactory factory, SessionSettings settings, List<Breakpoint> stops, SessionListener output) {
        fireCreationEvent();
        SessionEvents events = new SessionEvents(this);
        notices = output;
        watch.start();
        removal.start();
        session = Session.launch(getName(), factory, settings.withStopAtStart(true), event -> {
            output.on(event);
            events.on(event);
        });
        breakpoints = new SessionBreakpoints(session, scenario.getFullPath().toString());
        watch.tell(breakpoints);
        breakpoints.connect();
        stops.forEach(stop -> session.submit(new Command.PutBreakpoint(stop)));
        if (run.hasEnded()) {
            ended();
        }
        if (unwanted) {
            terminate();
        } else if (!stopAtStart) {
            session.submit(new Command.Resume());
        }
    }

    /** Whether a stop at the start is one that nobody asked for: it is passed over in silence. */
    public boolean passesOver(StopState state) {
        return state.reason() == StopReason.START && !stopAtStart;
    }

    /** The session behind this target. */
    public Session session() {
        return session;
    }

    /** The machine at the last stop. */
    public Optional<StopState> stopState() {
        return Optional.ofNullable(stopState);
    }

    /** The scenario's file. */
    public IFile scenario() {
        return scenario;
    }

    /** Whether the scenario's file has been changed or is gone: lines may not be those that the machine was booted from. */
    public boolean isScenarioChanged() {
        return watch.state() != ScenarioWatch.State.AS_LAUNCHED;
    }

    /** Tells people something about this machine, in its console and beside its name. */
    void notice(String text) {
        notices.on(new SessionEvent.Output(SessionEvent.OutputKind.NOTICE,
                stopState().map(StopState::mark).orElse(Mark.START), text));
        fire(List.of(new DebugEvent(this, DebugEvent.CHANGE, DebugEvent.STATE)));
    }

    /** The user's seL4 checkout, if one was named in the launch configuration or the preferences. */
    public Optional<Checkout> kernelSource() {
        return ownSource.or(Checkouts::preferred);
    }

    /** What changed at the last stop. */
    public Changes changes() {
        return changes;
    }

    /**
     * Sends a command that moves the machine. If the session refuses, it is told by a model specific debug event with
     * detail {@link #REFUSED} whose data is the {@link Result}: whoever shows commands shows that, too.
     */
    public CompletionStage<Result<StopState>> move(Command.Motion command, WalkThread stepped) {
        if (stepped != null) {
            stepped.setStepping(command instanceof Command.Step);
        }
        return session.submit(command).thenApply(result -> {
            if (!result.isOk() && result.code() != ResultCode.TERMINATED) {
                if (stepped != null) {
                    stepped.setStepping(false);
                }
                DebugEvent refused = new DebugEvent(this, DebugEvent.MODEL_SPECIFIC, REFUSED);
                refused.setData(result);
                fire(List.of(refused));
            }
            return result;
        });
    }

    /** Runs to a place; breakpoints on the way stop it earlier. */
    public void runTo(Place place) {
        move(new Command.RunTo(place, Direction.FORWARD), null);
    }

    /** Throws what is wrong with edits of the machine as it stands. */
    void check(Collection<Command.SetValue> values) throws DebugException {
        RefusedException.check(stopState().filter(state -> canResume())
                .orElseThrow(() -> failure(Messages.notStopped)).machine(), values);
    }

    @Override
    public void edit(Collection<Command.SetValue> values) throws DebugException {
        check(values);
        values.forEach(value -> move(value, null));
    }

    /** Whether a command that moves the machine makes sense: steps are accepted and queued while stepping. */
    public boolean canMove() {
        Session now = session;
        return !isTerminated() && (isSuspended() || now != null && now.status() == SessionStatus.STEPPING);
    }

    /** Whether there is a past to go back to. */
    public boolean canGoBack() {
        return canMove() && stopState().map(state -> state.time().canGoBack(state.mark())).orElse(false);
    }

    /** Takes over a stop: elements first show the new state, then the platform is told. False if nobody looks any more. */
    boolean stopped(StopState state) {
        passed(state);
        boolean seen = run.stands();
        suspension.forget();
        return seen;
    }

    /** Takes over the state of a stop at which nobody is to see the machine stand, not even for an instant. */
    void passed(StopState state) {
        changes.update(stopState, state);
        threads.update(state);
        stopState = state;
    }

    void running() {
        run.runs();
        suspension.askAgain();
    }

    void ended() {
        run.ends();
        watch.stop();
        Optional.ofNullable(breakpoints).ifPresent(SessionBreakpoints::disconnect);
        removal.ended();
    }

    /** Drops what is heavy: whoever still knows this target when its launch is gone knows no more than its name. */
    void forget() {
        stopState = null;
        changes.forget();
        threads.forget();
        Optional.ofNullable(session).ifPresent(Session::release);
    }

    /** The thread in which the machine stands. */
    public Optional<WalkThread> enteredThread() {
        return stopState().flatMap(state -> threads.at(state.enteredThread()));
    }

    /** Lets the labels of breakpoints show how often they were hit. */
    void countHits() {
        Optional.ofNullable(breakpoints).ifPresent(SessionBreakpoints::countHits);
    }

    IBreakpoint[] hitBreakpoints() {
        return Optional.ofNullable(breakpoints).flatMap(known -> stopState()
                .map(state -> known.platformBreakpoints(state.hits()))).orElse(new IBreakpoint[0]);
    }

    /** Breakpoints of the platform as the session knows them. */
    public SessionBreakpoints breakpoints() {
        return breakpoints;
    }

    /** The process whose console shows the walk. */
    public void setProcess(IProcess walkProcess) {
        process = walkProcess;
    }

    @Override
    public ILaunch getLaunch() {
        return launch;
    }

    @Override
    public IProcess getProcess() {
        return process;
    }

    /** None when the machine has ended: what they were doing then, they do no more. */
    @Override
    public IThread[] getThreads() {
        return isTerminated() ? new IThread[0] : threads.all();
    }

    @Override
    public boolean hasThreads() {
        return getThreads().length > 0;
    }

    @Override
    public String getName() {
        return watch.targetName();
    }

    @Override
    public boolean supportsBreakpoint(IBreakpoint breakpoint) {
        return Optional.ofNullable(breakpoints).filter(known -> known.supports(breakpoint)).isPresent();
    }

    @Override
    public boolean canResume() {
        return isSuspended() && !isTerminated();
    }

    @Override
    public boolean canSuspend() {
        return session != null && !isSuspended() && !isTerminated();
    }

    @Override
    public boolean isSuspended() {
        return run.isSuspended();
    }

    @Override
    public void resume() {
        move(new Command.Resume(), null);
    }

    @Override
    public void suspend() {
        suspension.ask();
    }

    @Override
    public boolean canTerminate() {
        return !isTerminated();
    }

    /** Whether there is nothing to debug any more: the session has ended, or goes on without a debugger. */
    @Override
    public boolean isTerminated() {
        return run.hasEnded() || run.isDisconnected();
    }

    @Override
    public void terminate() {
        unwanted = true;
        Optional.ofNullable(session).ifPresent(now -> now.submit(new Command.Terminate()));
    }

    @Override
    public boolean canDisconnect() {
        return breakpoints != null && !isTerminated();
    }

    /**
     * Lets the machine run on without a debugger: no breakpoint counts any more, nothing is shown. Its process prints
     * on, and ends when the machine can never move again, or when it is terminated.
     */
    @Override
    public void disconnect() {
        boolean stood = run.disconnect();
        breakpoints.disconnect();
        session.submit(new Command.SkipBreakpoints(true));
        if (stood) {
            session.submit(new Command.Resume());
        }
        fire(List.of(new DebugEvent(this, DebugEvent.TERMINATE)));
    }

    @Override
    public boolean isDisconnected() {
        return run.isDisconnected();
    }

    @Override
    public void breakpointAdded(IBreakpoint breakpoint) {
        breakpoints.breakpointAdded(breakpoint);
    }

    @Override
    public void breakpointRemoved(IBreakpoint breakpoint, IMarkerDelta delta) {
        breakpoints.breakpointRemoved(breakpoint, delta);
    }

    @Override
    public void breakpointChanged(IBreakpoint breakpoint, IMarkerDelta delta) {
        breakpoints.breakpointChanged(breakpoint, delta);
    }

    @Override
    public boolean supportsStepFilters() {
        return !isTerminated();
    }

    @Override
    public boolean isStepFiltersEnabled() {
        return stepFilters;
    }

    @Override
    public void setStepFiltersEnabled(boolean enabled) {
        stepFilters = enabled;
    }

    /** Tells of a stop unless the end has been told. */
    void fireStop(List<DebugEvent> events) {
        run.tell(() -> fire(events));
    }

    void fire(List<DebugEvent> events) {
        DebugPlugin.getDefault().fireDebugEventSet(events.toArray(DebugEvent[]::new));
    }
}
