package dev.trapwalk.engine.session.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.point.KernelPoint;

/** How often each kernel point was passed, and each decision taken either way. Immutable; sums can be formed. */
public final class Coverage {

    private final long[] passed;
    private final long[] failed;

    private Coverage(long[] passed, long[] failed) {
        this.passed = passed;
        this.failed = failed;
    }

    /** Nothing passed. */
    public static Coverage none() {
        return new Coverage(new long[Catalogue.size()], new long[Catalogue.size()]);
    }

    /** How often a point was passed; of a decision: how often its condition held. */
    public long held(KernelPoint point) {
        return passed[point.index()];
    }

    /** How often a decision's condition did not hold. */
    public long failed(KernelPoint point) {
        return failed[point.index()];
    }

    /** How often points were passed, all together. */
    public long total() {
        return LongStream.concat(LongStream.of(passed), LongStream.of(failed)).sum();
    }

    /** Whether a point was passed; a decision both ways. */
    public boolean isCovered(KernelPoint point) {
        return held(point) > 0 && (!point.isDecision() || failed(point) > 0);
    }

    /** The sum of this and another. */
    public Coverage plus(Coverage other) {
        Counter sum = new Counter();
        for (int i = 0; i < passed.length; i++) {
            sum.passed[i] = passed[i] + other.passed[i];
            sum.failed[i] = failed[i] + other.failed[i];
        }
        return sum.coverage();
    }

    /** All points of the catalogue. */
    public List<KernelPoint> points() {
        List<KernelPoint> points = new ArrayList<>();
        for (int i = 0; i < passed.length; i++) {
            points.add(Catalogue.point(i));
        }
        return points;
    }

    /** Counts points; used by one thread. */
    public static final class Counter {

        private final long[] passed = new long[Catalogue.size()];
        private final long[] failed = new long[Catalogue.size()];

        /** Counts a passed point. */
        public void count(KernelPoint point, boolean outcome) {
            (outcome ? passed : failed)[point.index()]++;
        }

        /** What was counted so far. */
        public Coverage coverage() {
            return new Coverage(passed.clone(), failed.clone());
        }
    }
}
