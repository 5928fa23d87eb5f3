package dev.trapwalk.debug.core.model;

import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.SessionEvent;
import dev.trapwalk.engine.session.SessionListener;
import dev.trapwalk.engine.session.StepKind;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.state.StopState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.debug.core.DebugEvent;

/**
 * Turns what the session says into debug events: first the model shows the new state, then one event set is fired for
 * it, so that
 * whoever asks back gets the new state. Backward steps use the ordinary step details; the platform has no others.
 */
final class SessionEvents implements SessionListener {

    private final WalkDebugTarget target;
    private final FilteredSteps filters;
    private boolean lastWasStep;
    /** For which a step was told to begin, and not yet to end. */
    private WalkThread stepped;

    SessionEvents(WalkDebugTarget target) {
        this.target = target;
        this.filters = new FilteredSteps(target);
    }

    @Override
    public void on(SessionEvent event) {
        if (target.isDisconnected()) {
            onWithoutDebugger(event);
        } else if (event instanceof SessionEvent.Resumed resumed) {
            resumed(resumed.command());
        } else if (event instanceof SessionEvent.Stopped stopped && !filters.passThrough(stopped.state())) {
            stopped(stopped.state());
            target.countHits();
        } else if (event instanceof SessionEvent.BreakpointChanged changed) {
            target.breakpoints().statusChanged(changed.status());
        } else if (event instanceof SessionEvent.Terminated) {
            target.ended();
            target.fire(List.of(new DebugEvent(target, DebugEvent.TERMINATE)));
        }
    }

    /** The machine runs on from wherever it still stopped, until it can never go on. */
    private void onWithoutDebugger(SessionEvent event) {
        if (event instanceof SessionEvent.Stopped stopped) {
            goOnWithoutDebugger(stopped.state());
        } else if (event instanceof SessionEvent.Terminated) {
            target.ended();
        }
    }

    private void goOnWithoutDebugger(StopState state) {
        if (state.reason() == StopReason.END || state.reason() == StopReason.NOT_MODELLED) {
            target.terminate();
        } else {
            target.session().submit(new Command.Resume());
        }
    }

    private void resumed(Command<?> command) {
        target.running();
        if (filters.goesOn()) {
            return;
        }
        lastWasStep = command instanceof Command.Step;
        filters.resumed(command);
        stepped = lastWasStep ? target.enteredThread().orElse(null) : null;
        int detail = command instanceof Command.Step step ? detail(step.kind()) : DebugEvent.CLIENT_REQUEST;
        Object source = target.enteredThread().<Object>map(thread -> thread).orElse(target);
        target.fire(List.of(new DebugEvent(source, DebugEvent.RESUME, detail)));
    }

    private void stopped(StopState state) {
        if (target.passesOver(state)) {
            target.passed(state);
            target.fire(List.of(new DebugEvent(target, DebugEvent.CHANGE, DebugEvent.CONTENT)));
            return;
        }
        Map<WalkThread, String> before = labels();
        WalkThread previous = target.enteredThread().orElse(null);
        if (!target.stopped(state)) {
            goOnWithoutDebugger(state);
            return;
        }
        Map<WalkThread, String> after = labels();
        WalkThread entered = target.enteredThread().orElseThrow();
        List<DebugEvent> events = new ArrayList<>();
        if (!before.keySet().equals(after.keySet())) {
            events.add(new DebugEvent(target, DebugEvent.CHANGE, DebugEvent.CONTENT));
        }
        for (WalkThread thread : after.keySet()) {
            if (thread != entered && (thread == previous || !after.get(thread).equals(before.get(thread)))) {
                events.add(new DebugEvent(thread, DebugEvent.CHANGE, DebugEvent.CONTENT));
            }
        }
        if (stepped != null && stepped != entered && after.containsKey(stepped)) {
            events.add(endOfStepElsewhere());
        }
        stepped = null;
        events.add(new DebugEvent(entered, DebugEvent.SUSPEND, detail(state.reason())));
        target.fireStop(events);
    }

    /**
     * The platform waits for the end of each step in the thread where it began: without it, that thread is shown as
     * running half a second later, and its next stop as one that comes late, for which every label above it is drawn
     * again. Only the implicit detail leaves the selection to the thread where the machine stands.
     */
    private DebugEvent endOfStepElsewhere() {
        return new DebugEvent(stepped, DebugEvent.SUSPEND, DebugEvent.EVALUATION_IMPLICIT);
    }

    private Map<WalkThread, String> labels() {
        return Stream.of(target.getThreads()).map(WalkThread.class::cast)
                .collect(Collectors.toMap(Function.identity(), WalkThread::getName));
    }

    private int detail(StopReason reason) {
        return switch (reason) {
            case BREAKPOINT -> DebugEvent.BREAKPOINT;
            case STEP -> DebugEvent.STEP_END;
            case END, HISTORY_START -> lastWasStep ? DebugEvent.STEP_END : DebugEvent.CLIENT_REQUEST;
            default -> DebugEvent.CLIENT_REQUEST;
        };
    }

    private static int detail(StepKind kind) {
        return switch (kind) {
            case INTO -> DebugEvent.STEP_INTO;
            case OVER -> DebugEvent.STEP_OVER;
            case RETURN -> DebugEvent.STEP_RETURN;
        };
    }
}
