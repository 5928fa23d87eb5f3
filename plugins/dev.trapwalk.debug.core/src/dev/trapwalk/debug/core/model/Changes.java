package dev.trapwalk.debug.core.model;

import dev.trapwalk.engine.session.state.FrameId;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.state.ThreadSnapshot;
import dev.trapwalk.engine.session.state.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which values are different from the stop before: what is kept in memory by its word, what is not by frame and name.
 */
public final class Changes {

    private volatile StopState before;
    private volatile Moment moment;
    private volatile Map<FrameId, Map<String, Long>> framesBefore = Map.of();
    private volatile int edits;

    void update(StopState previous, StopState now) {
        if (now.reason() == StopReason.EDIT) {
            edits++;
        }
        before = previous;
        Optional<StopState> lastStop = previous == null ? Optional.empty()
                : previous.reason() == StopReason.STEP && moment != null ? moment.lastStop() : Optional.of(previous);
        moment = new Moment(now, Optional.ofNullable(previous), lastStop);
        framesBefore = previous == null ? Map.of() : frameValues(previous.thread());
    }

    void forget() {
        before = null;
        moment = null;
        framesBefore = Map.of();
    }

    /** The stop before the last one. */
    public Optional<StopState> before() {
        return Optional.ofNullable(before);
    }

    /** How often a value was set: while it and the branch stay the same, a unit passes as it passed before. */
    public int edits() {
        return edits;
    }

    /** The last stop with those before it. */
    public Optional<Moment> moment() {
        return Optional.ofNullable(moment);
    }

    boolean changed(WalkStackFrame frame, Variable variable) {
        StopState previous = before;
        if (previous == null) {
            return false;
        }
        if (variable.storage().isPresent()) {
            var storage = variable.storage().get();
            return storage.field().in(previous.machine().read(storage.address())) != variable.value();
        }
        Map<String, Long> values = framesBefore.get(frame.frame().id());
        if (values == null) {
            // All of a new activation is new: to mark it says nothing.
            return false;
        }
        Long value = values.get(variable.name());
        return value == null || value != variable.value();
    }

    private static Map<FrameId, Map<String, Long>> frameValues(ThreadSnapshot thread) {
        Map<FrameId, Map<String, Long>> all = new HashMap<>();
        thread.frames().forEach(frame -> {
            Map<String, Long> values = new HashMap<>();
            frame.variables().forEach(variable -> values.put(variable.name(), variable.value()));
            all.put(frame.id(), values);
        });
        return all;
    }
}
