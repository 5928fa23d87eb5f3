package dev.trapwalk.engine.session.query;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.session.target.Advance;
import dev.trapwalk.engine.session.target.Target;
import dev.trapwalk.engine.session.target.TargetFactory;

/**
 * What a machine passes from boot to its end, when nobody stops it: the coverage of one scenario. That of many is the
 * sum, see {@link Coverage#plus}.
 *
 * @param coverage what was passed
 * @param end how the run ended
 * @param units how many units were run: user instructions with the kernel entries that they cause
 * @param message why it could not go on; empty unless it came to something that is not modelled
 */
public record CoverageRun(Coverage coverage, End end, long units, String message) {

    /** How many units are enough for most scenarios: a few seconds. */
    public static final long USUAL_UNITS = 1_000_000;

    /** How a run ended. */
    public enum End {
        /** No thread can run and no event is due. */
        ENDED,
        /** As many units were run as were allowed. */
        LIMIT,
        /** Somebody cancelled it; what was passed until then is counted. */
        CANCELLED,
        /** The kernel came to something that is not modelled; what it passed until then is counted. */
        NOT_MODELLED
    }

    /**
     * Boots a machine and runs it for at most {@code maxUnits} units; boot itself is not counted.
     *
     * @param cancelled asked before each unit
     */
    public static CoverageRun of(TargetFactory factory, long maxUnits, BooleanSupplier cancelled) {
        Target target = factory.boot();
        Coverage.Counter counter = new Coverage.Counter();
        boolean[] all = new boolean[Catalogue.size()];
        Arrays.fill(all, true);
        target.path().attach((point, outcome, a, b, c, d) -> counter.count(point, outcome), all);
        long units = 0;
        try {
            for (; units < maxUnits; units++) {
                if (cancelled.getAsBoolean()) {
                    return new CoverageRun(counter.coverage(), End.CANCELLED, units, "");
                }
                target.path().unwind();
                if (target.advance() == Advance.ENDED) {
                    return new CoverageRun(counter.coverage(), End.ENDED, units, "");
                }
            }
        } catch (RuntimeException notModelled) {
            return new CoverageRun(counter.coverage(), End.NOT_MODELLED, units, notModelled.getMessage());
        }
        return new CoverageRun(counter.coverage(), End.LIMIT, units, "");
    }
}
