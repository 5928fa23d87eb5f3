package dev.trapwalk.debug.ui.listing;

import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.query.Coverage;

/**
 * How often a kernel point was passed, as short as can be: of a decision, how often it held (tick) and failed (cross);
 * hollow if the machine never came there.
 */
public final class CoverageSign {

    private static final String HOLLOW = "\u25CB "; //$NON-NLS-1$
    private static final String TICK = "\u2713"; //$NON-NLS-1$
    private static final String CROSS = "\u2717"; //$NON-NLS-1$
    private static final String DOT = "\u25CF"; //$NON-NLS-1$
    private static final long MOST = 999;

    private CoverageSign() {
    }

    /** Signs and counts. */
    public static String text(Coverage coverage, KernelPoint point) {
        long held = coverage.held(point);
        long failed = coverage.failed(point);
        return held + failed == 0 ? HOLLOW
                : !point.isDecision() ? DOT + number(held)
                        : (held == 0 ? "" : TICK + number(held)) //$NON-NLS-1$
                                + (failed == 0 ? "" : CROSS + number(failed)); //$NON-NLS-1$
    }

    /** Their colour. */
    public static Palette colour(Coverage coverage, KernelPoint point) {
        return coverage.failed(point) > 0 ? Palette.ERROR : coverage.held(point) > 0 ? Palette.FAST : Palette.FAINT;
    }

    private static String number(long count) {
        return count > MOST ? MOST + "+" : Long.toString(count); //$NON-NLS-1$
    }
}
