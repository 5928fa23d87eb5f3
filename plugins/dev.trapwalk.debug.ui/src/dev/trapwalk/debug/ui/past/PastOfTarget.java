package dev.trapwalk.debug.ui.past;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.query.Coverage;
import dev.trapwalk.engine.session.query.RunLog;
import dev.trapwalk.engine.session.query.RunLog.Executed;
import dev.trapwalk.engine.session.state.PathLog;
import dev.trapwalk.engine.session.state.StopState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one session's past. It is completed after a stop by one question about the units since the last
 * one; what lies further back than {@link #MOST_UNITS} is given up, so that a stop after a long run stays cheap.
 */
final class PastOfTarget {

    /** Most units asked for at once. */
    private static final long MOST_UNITS = 2_000;

    private final WalkDebugTarget target;
    private final Runnable changed;
    private final List<Executed> executed = new ArrayList<>();
    private Coverage coverage = Coverage.none();
    private String branch = ""; //$NON-NLS-1$
    private long from;
    private long to;
    private boolean asking;
    private volatile Past past;

    PastOfTarget(WalkDebugTarget target, Runnable changed) {
        this.target = target;
        this.changed = changed;
    }

    WalkDebugTarget target() {
        return target;
    }

    Optional<Past> past() {
        return Optional.ofNullable(past);
    }

    /** The machine stands elsewhere. */
    synchronized void stopped(StopState state) {
        long now = state.mark().unit();
        if (!branch.equals(state.time().branch()) || state.time().furthest().unit() < to) {
            branch = state.time().branch();
            forget(Math.max(0, now - MOST_UNITS));
        } else if (now - to > MOST_UNITS) {
            forget(now - MOST_UNITS);
        }
        publish(state);
        if (now > to && !asking) {
            asking = true;
            target.session().submit(new Command.LookBack(to)).thenAccept(result -> {
                answered(state, result.value());
            });
        }
    }

    private void forget(long unit) {
        executed.clear();
        coverage = Coverage.none();
        from = unit;
        to = unit;
    }

    private synchronized void answered(StopState state, Optional<RunLog> answer) {
        asking = false;
        answer.filter(log -> branch.equals(state.time().branch()) && log.from() >= to).ifPresent(log -> {
            if (log.from() > to) {
                forget(log.from());
            }
            executed.addAll(log.executed());
            coverage = coverage.plus(log.coverage());
            to = log.to();
        });
        // The machine may have moved on meanwhile: then there is more to ask for. A refusal waits for the next stop.
        target.stopState().ifPresent(answer.isPresent() ? this::stopped : this::publish);
    }

    private void publish(StopState state) {
        past = new Past(state, from, executed, coverage.plus(underWay(state.path())));
        changed.run();
    }

    private static Coverage underWay(PathLog path) {
        Coverage.Counter counter = new Coverage.Counter();
        for (int number = 1; number <= path.count(); number++) {
            counter.count(path.point(number), path.outcome(number));
        }
        return counter.coverage();
    }
}
