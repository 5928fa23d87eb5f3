package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Session;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.BreakpointHit;
import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;
import dev.trapwalk.engine.session.breakpoint.Location;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.core.resources.IMarkerDelta;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointListener;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.IBreakpointManagerListener;
import org.eclipse.debug.core.model.IBreakpoint;

/**
 * Keeps a session's breakpoints equal to the platform's, and what the session says of them for the platform's labels.
 * The platform calls from within workspace notifications, so all that happens here is sending commands. A definition
 * that the session already has is not sent again: its hits would be counted anew.
 */
public final class SessionBreakpoints implements IBreakpointListener, IBreakpointManagerListener {

    private static final Set<SessionBreakpoints> CONNECTED = ConcurrentHashMap.newKeySet();

    private final Session session;
    private final String scenarioPath;
    private final Map<IBreakpoint, Breakpoint> sent = new ConcurrentHashMap<>();
    private final Map<String, WalkBreakpoint> bySessionId = new ConcurrentHashMap<>();
    private final Map<String, BreakpointStatus> statuses = new ConcurrentHashMap<>();
    private final AtomicBoolean counting = new AtomicBoolean();
    private volatile boolean keepsLines;

    /**
     * @param session that shall stop at them
     * @param scenarioPath workspace path of the scenario, for breakpoints on its lines
     */
    public SessionBreakpoints(Session session, String scenarioPath) {
        this.session = session;
        this.scenarioPath = scenarioPath;
    }

    /** Those of all sessions under way. */
    static Stream<SessionBreakpoints> connected() {
        return CONNECTED.stream();
    }

    /**
     * Tells all sessions of a change at once: a machine that runs may be a long way further by the time the platform
     * says so, which is after the next build.
     */
    static void changed(WalkBreakpoint breakpoint) {
        connected().forEach(session -> session.put(breakpoint));
    }

    /** Sends all breakpoints and listens for changes. */
    public void connect() {
        IBreakpointManager manager = manager();
        CONNECTED.add(this);
        manager.addBreakpointListener(this);
        manager.addBreakpointManagerListener(this);
        session.submit(new Command.SkipBreakpoints(!manager.isEnabled()));
        for (IBreakpoint breakpoint : manager.getBreakpoints(DebugCore.MODEL_ID)) {
            breakpointAdded(breakpoint);
        }
    }

    /** Stops listening. */
    public void disconnect() {
        IBreakpointManager manager = manager();
        manager.removeBreakpointListener(this);
        manager.removeBreakpointManagerListener(this);
        CONNECTED.remove(this);
        bySessionId.values().forEach(BreakpointRefresh::of);
    }

    /**
     * The scenario's file is not any more what the session was booted from: line breakpoints stay at the lines of that
     * text, and new ones do not count.
     */
    public void keepLines() {
        keepsLines = true;
    }

    /** The scenario's file is gone, and with it the breakpoints on its lines; the platform does not say so of each. */
    public synchronized void dropLines() {
        List.copyOf(sent.entrySet()).stream().filter(entry -> entry.getValue().location() instanceof Location.AtLine)
                .forEach(entry -> breakpointRemoved(entry.getKey(), null));
    }

    /** Whether a breakpoint can count in this session. */
    public boolean supports(IBreakpoint breakpoint) {
        return breakpoint instanceof WalkBreakpoint walk && walk.location(scenarioPath).isPresent();
    }

    /** What became of a breakpoint in this session; empty before the session has looked at it. */
    public Optional<BreakpointStatus> status(WalkBreakpoint breakpoint) {
        Breakpoint definition = sent.get(breakpoint);
        return definition == null ? Optional.empty() : Optional.ofNullable(statuses.get(definition.id()));
    }

    /** Takes over what the session says of a breakpoint. */
    public void statusChanged(BreakpointStatus status) {
        String id = status.breakpoint().id();
        BreakpointStatus before = status.state() == BreakpointStatus.State.REMOVED ? statuses.remove(id)
                : statuses.put(id, status);
        WalkBreakpoint breakpoint = bySessionId.get(id);
        if (breakpoint != null && (before == null || before.state() != status.state()
                || before.hits() != status.hits() || !before.reason().equals(status.reason()))) {
            BreakpointRefresh.of(breakpoint);
        }
    }

    /** Asks the session how often each breakpoint has counted by now; while it is being asked, once is enough. */
    public void countHits() {
        if (!sent.isEmpty() && counting.compareAndSet(false, true)) {
            askStatuses().thenRun(() -> counting.set(false));
        }
    }

    private CompletionStage<Void> askStatuses() {
        return session.submit(new Command.ListBreakpoints()).thenAccept(result -> {
            if (result.isOk()) {
                result.get().forEach(this::statusChanged);
            }
        });
    }

    /** Whether a breakpoint is verified may depend on others: on the one that arms it. */
    private void askForDependents() {
        if (sent.values().stream().anyMatch(definition -> !definition.trigger().isEmpty())) {
            askStatuses();
        }
    }

    /** The platform's breakpoints that were hit. */
    public IBreakpoint[] platformBreakpoints(List<BreakpointHit> hits) {
        return hits.stream().map(hit -> bySessionId.get(hit.breakpoint().id())).filter(Objects::nonNull)
                .toArray(IBreakpoint[]::new);
    }

    @Override
    public void breakpointAdded(IBreakpoint breakpoint) {
        if (breakpoint instanceof WalkBreakpoint walk) {
            put(walk);
        }
    }

    @Override
    public void breakpointChanged(IBreakpoint breakpoint, IMarkerDelta delta) {
        if (breakpoint instanceof WalkBreakpoint walk) {
            put(walk);
        }
    }

    @Override
    public synchronized void breakpointRemoved(IBreakpoint breakpoint, IMarkerDelta delta) {
        Breakpoint definition = sent.remove(breakpoint);
        if (definition != null) {
            bySessionId.remove(definition.id());
            session.submit(new Command.RemoveBreakpoint(definition.id()));
            askForDependents();
        }
    }

    @Override
    public void breakpointManagerEnablementChanged(boolean enabled) {
        session.submit(new Command.SkipBreakpoints(!enabled));
    }

    /** A change may be told late, when its breakpoint has been removed already: that one must not come back. */
    private synchronized void put(WalkBreakpoint breakpoint) {
        try {
            Optional<Breakpoint> definition = !manager().isRegistered(breakpoint) ? Optional.empty()
                    : breakpoint.toSession(scenarioPath).flatMap(wanted -> atKnownLine(breakpoint, wanted));
            if (definition.isEmpty()) {
                breakpointRemoved(breakpoint, null);
            } else if (!definition.get().equals(sent.put(breakpoint, definition.get()))) {
                bySessionId.put(definition.get().id(), breakpoint);
                send(breakpoint, definition.get());
                askForDependents();
            }
        } catch (CoreException unreadableMarker) {
            DebugCore.log(Messages.bind(Messages.unreadable, breakpoint.placeText()), unreadableMarker);
        }
    }

    /** The platform moves markers when their file is edited; the session's lines stay as they were. */
    private Optional<Breakpoint> atKnownLine(WalkBreakpoint breakpoint, Breakpoint wanted) {
        if (!keepsLines || !(wanted.location() instanceof Location.AtLine)) {
            return Optional.of(wanted);
        }
        return Optional.ofNullable(sent.get(breakpoint)).map(known -> wanted.withLocation(known.location()));
    }

    private void send(WalkBreakpoint breakpoint, Breakpoint definition) {
        session.submit(new Command.PutBreakpoint(definition)).thenAccept(result -> {
            if (!result.isOk() && sent.remove(breakpoint, definition)) {
                DebugCore.log(Messages.bind(Messages.notSent, result.message()), null);
            }
        });
    }

    private static IBreakpointManager manager() {
        return DebugPlugin.getDefault().getBreakpointManager();
    }
}
