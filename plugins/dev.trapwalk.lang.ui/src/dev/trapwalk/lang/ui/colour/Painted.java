package dev.trapwalk.lang.ui.colour;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;

/**
 * The stretch of a text that has its colours. The platform colours a text as a whole, several times while an editor
 * opens: for ten thousands of lines that takes seconds. So only what can be seen and {@link #MARGIN} lines around it
 * are coloured, the rest when somebody comes there.
 */
final class Painted {
    /** Lines coloured before and after those that can be seen: most files are coloured as a whole. */
    static final int MARGIN = 500;

    private final ITextViewer viewer;
    /** Moves with the text; null as long as nothing is coloured. */
    private Position stretch;
    /** What is typed at the ends of a text does not move a position, and is coloured all the same. */
    private boolean fromStart;
    private boolean toEnd;
    private IDocument document;

    Painted(ITextViewer viewer) {
        this.viewer = viewer;
    }

    /** What of a damage is to be coloured now; the rest of it counts as not coloured any more. */
    IRegion clip(IRegion damage, IDocument text) {
        IRegion window = window(text, MARGIN);
        int from = Math.max(damage.getOffset(), window.getOffset());
        int to = Math.min(end(damage), end(window));
        boolean isWhole = from == window.getOffset() && to == end(window);
        if (isWhole) {
            remember(text, from, to);
        } else if (stretch != null && document == text && (from > damage.getOffset() || to < end(damage))) {
            remember(text, Math.max(stretch.getOffset(), window.getOffset()),
                    Math.min(stretch.getOffset() + stretch.getLength(), end(window)));
        }
        return new Region(from, Math.max(0, to - from));
    }

    /** What is to be coloured because somebody will soon see it; null if there is nothing. */
    IRegion missing(IDocument text) {
        IRegion soon = window(text, MARGIN / 2);
        boolean covered = stretch != null && document == text && !stretch.isDeleted()
                && (fromStart || stretch.getOffset() <= soon.getOffset())
                && (toEnd || stretch.getOffset() + stretch.getLength() >= end(soon));
        return covered ? null : window(text, MARGIN);
    }

    void forget() {
        if (document != null && stretch != null) {
            document.removePosition(stretch);
        }
        document = null;
        stretch = null;
    }

    private void remember(IDocument text, int from, int to) {
        forget();
        try {
            Position now = new Position(from, Math.max(0, to - from));
            text.addPosition(now);
            stretch = now;
            fromStart = from == 0;
            toEnd = to == text.getLength();
            document = text;
        } catch (BadLocationException shorter) {
            // Coloured when it is painted next.
        }
    }

    /** The lines that can be seen, and so many before and after them. */
    private IRegion window(IDocument text, int margin) {
        try {
            int last = text.getNumberOfLines() - 1;
            int top = line(text, viewer.getTopIndexStartOffset());
            int bottom = Math.max(top, line(text, viewer.getBottomIndexEndOffset()));
            int from = text.getLineOffset(Math.max(0, top - margin));
            IRegion end = text.getLineInformation(Math.min(last, bottom + margin));
            return new Region(from, Math.max(from, end(end)) - from);
        } catch (BadLocationException changing) {
            return new Region(0, text.getLength());
        }
    }

    private static int line(IDocument text, int offset) throws BadLocationException {
        return text.getLineOfOffset(Math.max(0, Math.min(offset, text.getLength())));
    }

    private static int end(IRegion region) {
        return region.getOffset() + region.getLength();
    }
}
