package dev.trapwalk.debug.ui.listing;

import dev.trapwalk.debug.core.source.KernelListing;
import dev.trapwalk.debug.ui.past.Coverages.Covered;
import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.point.KernelPoint;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.text.source.LineNumberRulerColumn;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Display;

/**
 * Beside each point of a listing: how often it was passed, see {@link CoverageSign}. Stands where other editors have
 * line numbers.
 */
final class CoverageColumn extends LineNumberRulerColumn {

    private static final int WIDTH = 7;

    private final Supplier<Optional<KernelListing>> listing;
    private final Supplier<Optional<Covered>> covered;

    CoverageColumn(Supplier<Optional<KernelListing>> listing, Supplier<Optional<Covered>> covered) {
        this.listing = listing;
        this.covered = covered;
    }

    @Override
    protected int computeNumberOfDigits() {
        return covered.get().isPresent() ? WIDTH : 1;
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
        String whose = covered.get().map(now -> now.of().isEmpty() ? Messages.coverageOfSession
                : Messages.bind(Messages.coverageOf, now.of())).orElse(null);
        if (!Objects.equals(whose, getControl().getToolTipText())) {
            getControl().setToolTipText(whose);
        }
        redraw();
    }

    /** What stands beside a line, 0-based. */
    String text(int line) {
        return point(line).flatMap(point -> covered.get().map(now -> CoverageSign.text(now.coverage(), point)))
                .orElse(""); //$NON-NLS-1$
    }

    private Palette colour(int line) {
        return point(line).flatMap(point -> covered.get().map(now -> CoverageSign.colour(now.coverage(), point)))
                .orElse(Palette.FAINT);
    }

    private Optional<KernelPoint> point(int line) {
        return listing.get().flatMap(shown -> shown.point(line + 1));
    }
}
