package dev.trapwalk.debug.ui.listing;

import dev.trapwalk.debug.core.source.KernelListing;
import dev.trapwalk.debug.ui.past.Past;
import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.query.Coverage;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.text.source.LineNumberRulerColumn;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Display;

/**
 * Beside each point of a listing: how often it was passed; of a decision: how often it held (tick) and failed (cross);
 * hollow if the session never came there. Stands where other editors have line numbers.
 */
final class CoverageColumn extends LineNumberRulerColumn {

    private static final int WIDTH = 7;
    private static final String HOLLOW = "\u25CB "; //$NON-NLS-1$
    private static final String TICK = "\u2713"; //$NON-NLS-1$
    private static final String CROSS = "\u2717"; //$NON-NLS-1$
    private static final String DOT = "\u25CF"; //$NON-NLS-1$
    private static final long MOST = 999;

    private final Supplier<Optional<KernelListing>> listing;
    private final Supplier<Optional<Past>> past;

    CoverageColumn(Supplier<Optional<KernelListing>> listing, Supplier<Optional<Past>> past) {
        this.listing = listing;
        this.past = past;
    }

    @Override
    protected int computeNumberOfDigits() {
        return past.get().isPresent() ? WIDTH : 1;
    }

    @Override
    protected String createDisplayString(int line) {
        return text(line);
    }

    @Override
    protected void paintLine(int line, int y, int lineHeight, GC gc, Display display) {
        gc.setForeground(colour(line).color());
        super.paintLine(line, y, lineHeight, gc, display);
    }

    /** Draws anew; the column is narrow while no session is there. */
    void update() {
        if (updateNumberOfDigits()) {
            computeIndentations();
            layout(true);
        }
        redraw();
    }

    /** What stands beside a line, 0-based. */
    String text(int line) {
        Optional<KernelPoint> point = point(line);
        if (point.isEmpty() || past.get().isEmpty()) {
            return ""; //$NON-NLS-1$
        }
        Coverage coverage = past.get().get().coverage();
        long held = coverage.held(point.get());
        long failed = coverage.failed(point.get());
        return held + failed == 0 ? HOLLOW
                : !point.get().isDecision() ? DOT + number(held)
                        : (held == 0 ? "" : TICK + number(held)) //$NON-NLS-1$
                                + (failed == 0 ? "" : CROSS + number(failed)); //$NON-NLS-1$
    }

    private Palette colour(int line) {
        Optional<KernelPoint> point = point(line);
        if (point.isEmpty() || past.get().isEmpty()) {
            return Palette.FAINT;
        }
        Coverage coverage = past.get().get().coverage();
        return coverage.failed(point.get()) > 0 ? Palette.ERROR
                : coverage.held(point.get()) > 0 ? Palette.FAST : Palette.FAINT;
    }

    private Optional<KernelPoint> point(int line) {
        return listing.get().flatMap(shown -> shown.point(line + 1));
    }

    private static String number(long count) {
        return count > MOST ? MOST + "+" : Long.toString(count); //$NON-NLS-1$
    }
}
