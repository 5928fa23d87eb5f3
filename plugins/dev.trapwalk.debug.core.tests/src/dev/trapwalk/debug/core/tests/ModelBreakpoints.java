package dev.trapwalk.debug.core.tests;

import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.breakpoint.ScenarioLineBreakpoint;
import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;
import dev.trapwalk.engine.session.breakpoint.HitCount;
import dev.trapwalk.engine.session.breakpoint.Location;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;

/**
 * Breakpoints of a script as markers of the workspace. Two things are given to the session directly, so that its answer
 * can be compared all the same: a line that is meant for one thread only (in the workbench that is a line with a thread
 * filter), and a second breakpoint at a place that has one (there the first one is changed instead).
 */
final class ModelBreakpoints {

    private final ModelStage stage;
    private final IFile scenario;
    private final Map<String, WalkBreakpoint> byScriptId = new HashMap<>();

    ModelBreakpoints(ModelStage stage, IFile scenario) {
        this.stage = stage;
        this.scenario = scenario;
    }

    BreakpointStatus put(Breakpoint wanted) {
        try {
            WalkBreakpoint before = byScriptId.remove(wanted.id());
            if (before != null) {
                before.delete();
            }
            Optional<WalkBreakpoint> marker = marker(wanted.location());
            if (marker.isEmpty()) {
                return renamed(stage.send(new Command.PutBreakpoint(
                        wanted.trigger().isEmpty() ? wanted : wanted.armedBy(trigger(wanted)))));
            }
            byScriptId.put(wanted.id(), marker.get());
            describe(marker.get(), wanted);
            return renamed(awaitStatus(marker.get()));
        } catch (CoreException broken) {
            throw new AssertionError(broken);
        }
    }

    /** The platform tells of changed attributes after some time: waits until the session has the breakpoint as it is. */
    private BreakpointStatus awaitStatus(WalkBreakpoint marker) throws CoreException {
        Breakpoint described = marker.toSession(scenario.getFullPath().toString()).orElseThrow();
        BreakpointStatus[] status = new BreakpointStatus[1];
        Waiting.until("the session's " + described, () -> {
            status[0] = stage.target().breakpoints().status(marker).orElse(null);
            return status[0] != null && status[0].breakpoint().equals(described);
        });
        return status[0];
    }

    private String trigger(Breakpoint wanted) {
        WalkBreakpoint marker = byScriptId.get(wanted.trigger());
        return marker == null ? wanted.trigger() : marker.sessionId();
    }

    private Optional<WalkBreakpoint> marker(Location location) throws CoreException {
        if (location instanceof Location.AtLine line) {
            return line.thread().isEmpty() ? Optional.of(new ScenarioLineBreakpoint(scenario, line.line()))
                    : Optional.empty();
        }
        return KernelBreakpoints.find(location).isPresent() ? Optional.empty()
                : Optional.of(KernelBreakpoints.set(location));
    }

    private void describe(WalkBreakpoint marker, Breakpoint wanted) throws CoreException {
        change(marker, WalkBreakpoint.CONDITION, wanted.condition());
        change(marker, WalkBreakpoint.HIT_COUNT,
                wanted.hitCount().equals(HitCount.ALL) ? "" : wanted.hitCount().toString());
        change(marker, WalkBreakpoint.THREADS, String.join(",", new TreeSet<>(wanted.threads())));
        change(marker, WalkBreakpoint.IGNORE_WHILE, wanted.ignoreWhile());
        change(marker, WalkBreakpoint.LOG_MESSAGE, wanted.logMessage());
        change(marker, WalkBreakpoint.TRIGGER, trigger(wanted));
        if (!wanted.enabled()) {
            marker.setEnabled(false);
        }
    }

    private static void change(WalkBreakpoint marker, String attribute, String value) throws CoreException {
        if (!value.isEmpty()) {
            marker.change(attribute, value);
        }
    }

    void remove(String scriptId) {
        WalkBreakpoint marker = byScriptId.remove(scriptId);
        if (marker == null) {
            stage.send(new Command.RemoveBreakpoint(scriptId));
            return;
        }
        try {
            marker.delete();
        } catch (CoreException broken) {
            throw new AssertionError(broken);
        }
    }

    /** The same with the names that the script gave. */
    BreakpointStatus renamed(BreakpointStatus status) {
        Breakpoint of = status.breakpoint();
        return new BreakpointStatus(new Breakpoint(withScriptNames(of.id()), of.location(), of.enabled(),
                of.condition(), of.hitCount(), of.threads(), of.ignoreWhile(), of.logMessage(),
                withScriptNames(of.trigger())), status.state(), withScriptNames(status.reason()), status.hits());
    }

    /** A text of the session in which markers are called as the script calls them. */
    String withScriptNames(String text) {
        String renamed = text;
        for (Map.Entry<String, WalkBreakpoint> entry : byScriptId.entrySet()) {
            renamed = renamed.replaceAll(entry.getValue().sessionId() + "\\b", entry.getKey());
        }
        return renamed;
    }
}
