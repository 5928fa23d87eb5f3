package dev.trapwalk.debug.core.model;

import dev.trapwalk.debug.core.breakpoint.SessionBreakpoints;
import dev.trapwalk.debug.core.memory.TargetMemory;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Result;
import dev.trapwalk.engine.session.ResultCode;
import dev.trapwalk.engine.session.Session;
import dev.trapwalk.engine.session.SessionListener;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.SessionStatus;
import dev.trapwalk.engine.session.run.EditCheck;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.state.ThreadSnapshot;
import dev.trapwalk.engine.session.target.TargetFactory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.eclipse.debug.core.model.IThread;

/**
 * One debugged machine: the Eclipse face of a {@link Session}.
 *
 * <p>Commands go to the session and return at once; the state of the elements changes only when the session says so
 * ({@link SessionEvents}), and then before the platform is told.
 */
public final class WalkDebugTarget extends WalkElement implements IDebugTarget, TargetMemory {

    /** Detail of the model specific event that tells of a motion that the session refused. */
    public static final int REFUSED = 1;

    private final ILaunch launch;
    private final boolean stopAtStart;
    private volatile Session session;
    private volatile SessionBreakpoints breakpoints;
    private final IFile scenario;
    private final Changes changes = new Changes();
    private final Map<Long, WalkThread> threads = new LinkedHashMap<>();
    private volatile IThread[] threadArray = {};
    private volatile StopState stopState;
    private volatile boolean suspended;
    private volatile boolean terminated;
    private volatile IProcess process;

    /**
     * @param launch it belongs to
     * @param scenario the file it was read from
     * @param stopAtStart whether to stand still before the first user instruction
     */
    public WalkDebugTarget(ILaunch launch, IFile scenario, boolean stopAtStart) {
        super(null);
        this.launch = launch;
        this.scenario = scenario;
        this.stopAtStart = stopAtStart;
    }

    /**
     * Boots the machine. The session always stops at its start first, so that all breakpoints are set before anything
     * runs.
     *
     * @param factory boots the machine, on the session's own thread
     * @param settings of the session
     * @param console is told everything before this target is
     */
    public void start(TargetFactory factory, SessionSettings settings, SessionListener console) {
        fireCreationEvent();
        SessionEvents events = new SessionEvents(this);
        session = Session.launch(getName(), factory, settings.withStopAtStart(true), event -> {
            console.on(event);
            events.on(event);
        });
        SessionBreakpoints connected = new SessionBreakpoints(session, scenario.getFullPath().toString());
        breakpoints = connected;
        connected.connect();
        if (terminated) {
            connected.disconnect();
        }
        if (!stopAtStart) {
            session.submit(new Command.Resume());
        }
    }

    /** Whether the first stop is one that nobody asked for: it is passed over in silence. */
    boolean passesOver(StopState state) {
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

    /** Throws what is wrong with edits of the machine as it stands; the session is not asked. */
    void check(Collection<Command.SetValue> values) throws DebugException {
        StopState now = stopState().filter(state -> canResume()).orElseThrow(() -> failure(Messages.notStopped));
        EditCheck check = new EditCheck(now.machine());
        for (Command.SetValue value : values) {
            Optional<String> problem = check.problem(value.place(), value.value());
            if (problem.isPresent()) {
                throw new RefusedException(ResultCode.IMPOSSIBLE_VALUE, problem.get());
            }
        }
    }

    @Override
    public void edit(Collection<Command.SetValue> values) throws DebugException {
        check(values);
        for (Command.SetValue value : values) {
            move(value, null);
        }
    }

    /** Whether a command that moves the machine makes sense: steps are accepted and queued while stepping. */
    public boolean canMove() {
        Session now = session;
        return !terminated && (suspended || now != null && now.status() == SessionStatus.STEPPING);
    }

    /** Whether there is a past to go back to. */
    public boolean canGoBack() {
        return canMove() && stopState().map(state -> state.time().canGoBack(state.mark())).orElse(false);
    }

    /** Takes over a stop: elements first show the new state, then the platform is told. */
    void stopped(StopState state) {
        changes.update(stopState, state);
        synchronized (threads) {
            for (ThreadSnapshot snapshot : state.threads()) {
                WalkThread thread = threads.get(snapshot.tcb());
                if (thread == null) {
                    threads.put(snapshot.tcb(), new WalkThread(this, snapshot));
                } else {
                    thread.update(snapshot);
                }
            }
            threads.keySet().removeIf(tcb -> state.threads().stream().noneMatch(thread -> thread.tcb() == tcb));
            threads.values().forEach(thread -> thread.setStepping(false));
            threadArray = threads.values().toArray(IThread[]::new);
        }
        stopState = state;
        suspended = true;
    }

    void running() {
        suspended = false;
    }

    void ended() {
        suspended = false;
        terminated = true;
        SessionBreakpoints connected = breakpoints;
        if (connected != null) {
            connected.disconnect();
        }
    }

    /** The thread in which the machine stands. */
    public Optional<WalkThread> enteredThread() {
        return stopState().map(state -> {
            synchronized (threads) {
                return threads.get(state.enteredThread());
            }
        });
    }

    /** Lets the labels of breakpoints show how often they were hit. */
    void countHits() {
        SessionBreakpoints connected = breakpoints;
        if (connected != null) {
            connected.countHits();
        }
    }

    IBreakpoint[] hitBreakpoints() {
        return stopState().map(state -> breakpoints.platformBreakpoints(state.hits())).orElse(new IBreakpoint[0]);
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

    @Override
    public IThread[] getThreads() {
        return threadArray.clone();
    }

    @Override
    public boolean hasThreads() {
        return threadArray.length > 0;
    }

    @Override
    public String getName() {
        return Messages.bind(Messages.targetName, scenario.getName());
    }

    @Override
    public boolean supportsBreakpoint(IBreakpoint breakpoint) {
        return breakpoints.supports(breakpoint);
    }

    @Override
    public boolean canResume() {
        return suspended && !terminated;
    }

    @Override
    public boolean canSuspend() {
        return !suspended && !terminated;
    }

    @Override
    public boolean isSuspended() {
        return suspended;
    }

    @Override
    public void resume() {
        move(new Command.Resume(), null);
    }

    @Override
    public void suspend() {
        session.submit(new Command.Suspend());
    }

    @Override
    public boolean canTerminate() {
        return !terminated;
    }

    @Override
    public boolean isTerminated() {
        return terminated;
    }

    @Override
    public void terminate() {
        session.submit(new Command.Terminate());
    }

    @Override
    public boolean canDisconnect() {
        return false;
    }

    @Override
    public void disconnect() throws DebugException {
        throw failure(Messages.cannotDisconnect);
    }

    @Override
    public boolean isDisconnected() {
        return false;
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

    void fire(List<DebugEvent> events) {
        DebugPlugin.getDefault().fireDebugEventSet(events.toArray(DebugEvent[]::new));
    }
}
