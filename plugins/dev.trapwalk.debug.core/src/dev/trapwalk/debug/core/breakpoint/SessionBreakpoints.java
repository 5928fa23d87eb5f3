package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Session;
import dev.trapwalk.engine.session.breakpoint.BreakpointHit;
import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.resources.IMarkerDelta;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointListener;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.IBreakpointManagerListener;
import org.eclipse.debug.core.model.IBreakpoint;

/**
 * Keeps a session's breakpoints equal to the platform's. The platform calls from within workspace notifications, so
 * all that
 * happens here is sending commands.
 */
public final class SessionBreakpoints implements IBreakpointListener, IBreakpointManagerListener {

    private final Session session;
    private final String scenarioPath;
    private final Map<String, WalkBreakpoint> bySessionId = new ConcurrentHashMap<>();
    private final Map<String, BreakpointStatus> statuses = new ConcurrentHashMap<>();

    /**
     * @param session that shall stop at them
     * @param scenarioPath workspace path of the scenario, for breakpoints on its lines
     */
    public SessionBreakpoints(Session session, String scenarioPath) {
        this.session = session;
        this.scenarioPath = scenarioPath;
    }

    /** Sends all breakpoints and listens for changes. */
    public void connect() {
        IBreakpointManager manager = manager();
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
    }

    /** Whether a breakpoint can count in this session. */
    public boolean supports(IBreakpoint breakpoint) {
        return breakpoint instanceof WalkBreakpoint walk && walk.location(scenarioPath).isPresent();
    }

    /** What became of a breakpoint in this session; empty before the session has looked at it. */
    public Optional<BreakpointStatus> status(WalkBreakpoint breakpoint) {
        return Optional.ofNullable(statuses.get(breakpoint.sessionId()));
    }

    /** Takes over what the session says of a breakpoint. */
    public void statusChanged(BreakpointStatus status) {
        if (status.state() == BreakpointStatus.State.REMOVED) {
            statuses.remove(status.breakpoint().id());
        } else {
            statuses.put(status.breakpoint().id(), status);
        }
    }

    /** The platform's breakpoints that were hit. */
    public IBreakpoint[] platformBreakpoints(List<BreakpointHit> hits) {
        return hits.stream().map(hit -> bySessionId.get(hit.breakpoint().id())).filter(java.util.Objects::nonNull)
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
    public void breakpointRemoved(IBreakpoint breakpoint, IMarkerDelta delta) {
        bySessionId.entrySet().stream().filter(entry -> entry.getValue() == breakpoint).map(Map.Entry::getKey)
                .findFirst().ifPresent(id -> {
                    bySessionId.remove(id);
                    session.submit(new Command.RemoveBreakpoint(id));
                });
    }

    @Override
    public void breakpointManagerEnablementChanged(boolean enabled) {
        session.submit(new Command.SkipBreakpoints(!enabled));
    }

    private void put(WalkBreakpoint breakpoint) {
        try {
            breakpoint.toSession(scenarioPath).ifPresent(forSession -> {
                bySessionId.put(forSession.id(), breakpoint);
                session.submit(new Command.PutBreakpoint(forSession));
            });
        } catch (CoreException unreadableMarker) {
            DebugCore.log(Messages.bind(Messages.unreadable, breakpoint.placeText()), unreadableMarker);
        }
    }

    private static IBreakpointManager manager() {
        return DebugPlugin.getDefault().getBreakpointManager();
    }
}
