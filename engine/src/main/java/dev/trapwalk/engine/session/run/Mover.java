package dev.trapwalk.engine.session.run;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.breakpoint.BreakpointHit;
import dev.trapwalk.engine.session.state.StopReason;

/**
 * Moves the machine through time until it lands or a breakpoint stops it. Backwards is: put a unit back to its start,
 * run it again and see where it would have stopped last; if nowhere, try the unit before.
 */
final class Mover {

    private final Timeline timeline;
    private final BreakpointTable breakpoints;
    private final Runner runner;
    private final BooleanSupplier interrupted;
    private final Runnable arrived;

    /** {@code interrupted} is asked before each unit, {@code arrived} is told after each unit that was run forwards. */
    Mover(Timeline timeline, BreakpointTable breakpoints, BooleanSupplier interrupted, Runnable arrived) {
        this.arrived = arrived;
        this.timeline = timeline;
        this.breakpoints = breakpoints;
        this.runner = new Runner(timeline, breakpoints);
        this.interrupted = interrupted;
    }

    Halt move(Direction direction, Landing landing) {
        return direction == Direction.FORWARD ? forward(landing) : backward(landing);
    }

    private Halt forward(Landing landing) {
        int from = timeline.point();
        if (from > 0) {
            runner.restart(timeline.unit());
        }
        while (true) {
            int silent = from;
            Outcome outcome = from > 0 || landing.inKernel()
                    ? runner.exact(silent, visitor(landing, silent)) : runner.run();
            from = 0;
            List<BreakpointHit> hits = breakpoints.takeHits();
            if (outcome == Outcome.COMPLETED) {
                arrived.run();
            }
            if (outcome == Outcome.FAILED) {
                return new Halt(StopReason.NOT_MODELLED, Direction.FORWARD, Messages.of(timeline.failure()),
                        List.of());
            } else if (outcome == Outcome.ENDED) {
                return new Halt(StopReason.END, Direction.FORWARD, Messages.get("session.ended"), List.of());
            } else if (!hits.isEmpty()) {
                return new Halt(StopReason.BREAKPOINT, Direction.FORWARD, "", hits);
            } else if (outcome == Outcome.STOPPED || landing.inUserMode()) {
                return Halt.of(landing.reason(), Direction.FORWARD);
            } else if (interrupted.getAsBoolean()) {
                return Halt.of(StopReason.SUSPENDED, Direction.FORWARD);
            }
        }
    }

    private PointVisitor visitor(Landing landing, int behind) {
        return landing.inKernel() ? (number, point, outcome, depth, a, b, c, d) ->
                number > behind && landing.at(point, calls(depth), caller(depth)) : null;
    }

    private int calls(int depth) {
        int calls = 1;
        for (int level = 1; level < depth; level++) {
            calls += timeline.path().function(level).returns() ? 1 : 0;
        }
        return calls;
    }

    private Phase caller(int depth) {
        return depth < 2 ? null : timeline.path().function(depth - 2).phase();
    }

    private Halt backward(Landing landing) {
        breakpoints.quiet(true);
        try {
            return back(landing);
        } finally {
            breakpoints.quiet(false);
        }
    }

    private Halt back(Landing landing) {
        Mark origin = timeline.mark();
        long unit = origin.unit();
        if (origin.point() > 0) {
            runner.restart(unit);
            int last = origin.point() == 1 ? 0 : runner.lastStop(origin.point() - 1, visitor(landing, 0));
            breakpoints.takeHits();
            if (last > 0) {
                return standAt(unit, last, landing);
            }
            runner.restart(unit);
            if (landing.inUserMode()) {
                return arrivedBack(landing);
            }
        }
        while (--unit >= timeline.oldestUnit()) {
            if (interrupted.getAsBoolean()) {
                return Halt.of(StopReason.SUSPENDED, Direction.BACKWARD);
            }
            runner.restart(unit);
            boolean arrivalCounts = Mark.user(unit + 1).isBefore(origin);
            int last = lookThrough(landing, arrivalCounts);
            if (arrivalCounts && (runner.arrivedOnHit() || landing.inUserMode())) {
                return arrivedBack(landing);
            }
            breakpoints.takeHits();
            if (last > 0) {
                return standAt(unit, last, landing);
            }
        }
        runner.restart(timeline.oldestUnit());
        return landing.inUserMode() && origin.point() + origin.unit() > 0 && landing.reason() == StopReason.STEP
                && timeline.mark().isBefore(origin) ? Halt.of(landing.reason(), Direction.BACKWARD)
                : new Halt(StopReason.HISTORY_START, Direction.BACKWARD, Messages.get("session.historyStart"),
                    List.of());
    }

    /**
     * Runs the unit that begins here to its end and answers the last point in it at which to stop, or 0; also 0 if the
     * machine is to stop where it arrived, unless that does not count.
     */
    private int lookThrough(Landing landing, boolean arrivalCounts) {
        long unit = timeline.unit();
        if (!landing.inKernel()) {
            runner.look();
            if (arrivalCounts && runner.arrivedOnHit() || !runner.sawStop()) {
                return 0;
            }
            runner.restart(unit);
        }
        return runner.lastStop(Integer.MAX_VALUE, visitor(landing, 0));
    }

    private Halt arrivedBack(Landing landing) {
        List<BreakpointHit> hits = breakpoints.takeHits();
        return hits.isEmpty() ? Halt.of(landing.reason(), Direction.BACKWARD)
                : new Halt(StopReason.BREAKPOINT, Direction.BACKWARD, "", hits);
    }

    private Halt standAt(long unit, int point, Landing landing) {
        runner.restart(unit);
        runner.exact(point - 1, (number, passed, outcome, depth, a, b, c, d) -> number == point);
        return arrivedBack(landing);
    }

    /** Goes to a mark without stopping; false if the machine ends before it, and then the machine is where it was. */
    boolean jump(Mark mark) {
        return arrived(mark, () -> false).isPresent();
    }

    /**
     * Goes to a mark past all breakpoints. Whoever suspends the machine on the way has it stand where it has come to;
     * empty if the machine ends before the mark, and then it is where it was.
     */
    Optional<Halt> travel(Mark mark) {
        Direction direction = mark.isBefore(timeline.mark()) ? Direction.BACKWARD : Direction.FORWARD;
        return arrived(mark, interrupted).map(reason -> Halt.of(reason, direction));
    }

    private Optional<StopReason> arrived(Mark mark, BooleanSupplier suspended) {
        Mark origin = timeline.mark();
        Optional<StopReason> end = goTo(mark, suspended);
        if (end.isEmpty()) {
            goTo(origin, () -> false);
        }
        return end;
    }

    private Optional<StopReason> goTo(Mark mark, BooleanSupplier suspended) {
        if (mark.unit() <= timeline.unit()) {
            runner.restart(mark.unit());
        } else if (timeline.point() > 0) {
            runner.restart(timeline.unit());
        }
        while (timeline.unit() < mark.unit()) {
            if (runner.runSilently() != Outcome.COMPLETED) {
                return Optional.empty();
            } else if (timeline.unit() < mark.unit() && suspended.getAsBoolean()) {
                return Optional.of(StopReason.SUSPENDED);
            }
        }
        return mark.point() == 0 || Outcome.STOPPED == runner.exact(Integer.MAX_VALUE,
                (number, point, outcome, depth, a, b, c, d) -> number == mark.point())
                        ? Optional.of(StopReason.JUMP) : Optional.empty();
    }

    /** Runs the unit that begins here to its end, point by point, without stopping. */
    void passUnit() {
        runner.exact(Integer.MAX_VALUE, null);
    }

    /** Runs to a later mark and shows every point on the way, that of the mark included. */
    void watch(Mark end, BiConsumer<KernelPoint, Boolean> visitor) {
        boolean going = true;
        while (going && timeline.mark().isBefore(end)) {
            int last = timeline.unit() == end.unit() ? end.point() : Integer.MAX_VALUE;
            going = Outcome.COMPLETED
                    == runner.exact(Integer.MAX_VALUE, (number, point, outcome, depth, a, b, c, d) -> {
                        visitor.accept(point, outcome);
                        return number == last;
                    });
        }
    }

    /** Goes back until one breakpoint stops it, passing over all others. */
    Halt back(String id) {
        Halt halt;
        do {
            halt = backward(Landing.NOWHERE);
        } while (halt.reason() == StopReason.BREAKPOINT
                && halt.hits().stream().noneMatch(hit -> hit.breakpoint().id().equals(id)));
        return halt;
    }

    /** Looks at the breakpoints in user mode right after boot. */
    Halt start() {
        breakpoints.inUserMode(true);
        List<BreakpointHit> hits = breakpoints.takeHits();
        return new Halt(hits.isEmpty() ? StopReason.START : StopReason.BREAKPOINT, Direction.FORWARD, "", hits);
    }
}
