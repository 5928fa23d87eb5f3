package dev.trapwalk.engine.session.run;

import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Probe;

/**
 * Runs one unit with the breakpoints looked at. At full speed only armed points are; if one of them wants to stop, or
 * a watched word was touched, the unit is undone and run again point by point to find the exact place.
 */
final class Runner {

    private final Timeline timeline;
    private final BreakpointTable breakpoints;
    private final Probe stoppingProbe = this::stopArmed;
    private final Probe countingProbe = this::countArmed;
    private boolean live;
    private boolean sawStop;
    private boolean arrivedOnHit;

    Runner(Timeline timeline, BreakpointTable breakpoints) {
        this.timeline = timeline;
        this.breakpoints = breakpoints;
    }

    /** Runs the unit that begins here; stops at the first point where a breakpoint wants to. */
    Outcome run() {
        long unit = timeline.unit();
        arrivedOnHit = false;
        breakpoints.beginWatching();
        Outcome outcome = timeline.fast(stoppingProbe, breakpoints.armed());
        if (outcome == Outcome.STOPPED || touchedWatched(outcome, unit)) {
            breakpoints.takeHits();
            restart(unit);
            return exact(0, null);
        }
        return arrived(outcome, true);
    }

    /** Runs the unit that begins here to its end; hits are only counted. */
    Outcome runSilently() {
        long unit = timeline.unit();
        live = false;
        breakpoints.beginWatching();
        Outcome outcome = timeline.fast(countingProbe, breakpoints.armed());
        if (touchedWatched(outcome, unit)) {
            restart(unit);
            return exact(Integer.MAX_VALUE, null);
        }
        return arrived(outcome, false);
    }

    /**
     * Runs the unit that begins here to its end; whether a breakpoint would have stopped it within is in {@link
     * #sawStop()}.
     */
    Outcome look() {
        long unit = timeline.unit();
        live = true;
        sawStop = false;
        breakpoints.beginWatching();
        Outcome outcome = timeline.fast(countingProbe, breakpoints.armed());
        sawStop |= touchedWatched(outcome, unit);
        breakpoints.takeHits();
        return arrived(outcome, true);
    }

    boolean sawStop() {
        return sawStop;
    }

    /** Whether, in user mode after the last unit, a breakpoint wants to stop. */
    boolean arrivedOnHit() {
        return arrivedOnHit;
    }

    /** Undoes a unit; hits in user mode before it are counted again. */
    void restart(long unit) {
        timeline.rewindTo(unit);
        breakpoints.inUserMode(false);
    }

    /**
     * Runs the unit that begins here point by point. Breakpoints stop it at points numbered above {@code silentUpTo},
     * and so does {@code visitor}, if there is one, at any point.
     */
    Outcome exact(int silentUpTo, PointVisitor visitor) {
        breakpoints.beginWatching();
        boolean[] endHit = {false};
        arrivedOnHit = false;
        Outcome outcome = timeline.exact((number, point, result, depth, a, b, c, d) -> {
            boolean stop = atPoint(point, result, a, b, c, d, number > silentUpTo);
            return stop | (visitor != null && visitor.stopAt(number, point, result, depth, a, b, c, d));
        }, () -> endHit[0] = atUnitEnd(silentUpTo != Integer.MAX_VALUE));
        outcome = arrived(outcome, silentUpTo != Integer.MAX_VALUE);
        arrivedOnHit |= endHit[0];
        return outcome;
    }

    /**
     * Runs the unit that begins here point by point up to point {@code limit} or its end, and answers the last of
     * these points at which a breakpoint or {@code visitor} would stop; 0 if none.
     */
    int lastStop(int limit, PointVisitor visitor) {
        int[] last = {0};
        breakpoints.beginWatching();
        boolean[] endHit = {false};
        arrivedOnHit = false;
        Outcome outcome = timeline.exact((number, point, result, depth, a, b, c, d) -> {
            boolean stop = atPoint(point, result, a, b, c, d, true);
            if (stop | (visitor != null && visitor.stopAt(number, point, result, depth, a, b, c, d))) {
                last[0] = number;
            }
            return number == limit;
        }, () -> {
            breakpoints.takeHits();
            endHit[0] = atUnitEnd(true);
        });
        arrived(outcome, true);
        arrivedOnHit |= endHit[0];
        return last[0];
    }

    private boolean atPoint(KernelPoint point, boolean result, long a, long b, long c, long d, boolean mayStop) {
        boolean stop = breakpoints.isWatching() && breakpoints.afterAccesses(mayStop);
        return stop | breakpoints.atPoint(point, result, a, b, c, d, mayStop);
    }

    private boolean atUnitEnd(boolean mayStop) {
        return breakpoints.isWatching() && breakpoints.afterAccesses(mayStop);
    }

    private boolean touchedWatched(Outcome outcome, long unit) {
        return outcome == Outcome.COMPLETED && breakpoints.isWatching() && breakpoints.touchedWatched(unit);
    }

    private Outcome arrived(Outcome outcome, boolean mayStop) {
        arrivedOnHit = outcome == Outcome.COMPLETED && breakpoints.inUserMode(mayStop);
        return outcome;
    }

    private void stopArmed(KernelPoint point, boolean outcome, long a, long b, long c, long d) {
        if (breakpoints.atPoint(point, outcome, a, b, c, d, true)) {
            throw Leave.NOW;
        }
    }

    private void countArmed(KernelPoint point, boolean outcome, long a, long b, long c, long d) {
        sawStop |= breakpoints.atPoint(point, outcome, a, b, c, d, live);
    }
}
