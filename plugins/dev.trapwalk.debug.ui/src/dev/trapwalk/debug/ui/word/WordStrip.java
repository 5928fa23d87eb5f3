package dev.trapwalk.debug.ui.word;

import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.session.inspect.ChangeMark;
import dev.trapwalk.engine.session.inspect.ChangeMarks;
import dev.trapwalk.engine.session.inspect.WordLayout.Part;
import dev.trapwalk.engine.session.state.Describer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** A word as a strip of 64 bits, bit 63 first: a coloured box for each field, dashes for bits that are not used. */
final class WordStrip extends Canvas {

    private static final int MARGIN = 4;
    private static final List<Palette> COLOURS = List.of(Palette.FRAME, Palette.CNODE, Palette.TABLE, Palette.FAST);

    private WordReading reading;
    private ChangeMarks marks;
    private List<Part> parts = List.of();

    /** @param choose told the number of the part that is clicked */
    WordStrip(Composite parent, Consumer<Integer> choose) {
        super(parent, SWT.DOUBLE_BUFFERED);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseMove, event -> setToolTipText(at(event).map(WordStrip::hint).orElse(null)));
        addListener(SWT.MouseUp, event -> at(event).ifPresent(part -> choose.accept(parts.indexOf(part))));
    }

    void show(WordReading newReading, ChangeMarks newMarks) {
        reading = newReading;
        marks = newMarks;
        parts = newReading.parts(newMarks);
        redraw();
    }

    void clear() {
        parts = List.of();
        redraw();
    }

    private static String hint(Part part) {
        return part.isUnused() ? Messages.bind(Messages.unusedHint, bits(part), Describer.hex(part.value()))
                : Messages.bind(Messages.partHint, new Object[] {part.name(), bits(part),
                    Describer.hex(part.value()), part.text()});
    }

    /** As in {@code 63..59} or {@code 4}. */
    static String bits(Part part) {
        return part.bits() == 1 ? Integer.toString(part.low()) : part.high() + ".." + part.low(); //$NON-NLS-1$
    }

    private Optional<Part> at(Event event) {
        return parts.stream().filter(part -> box(part).contains(event.x, event.y)).findFirst();
    }

    private Rectangle box(Part part) {
        int width = getClientArea().width - 2 * MARGIN;
        int left = MARGIN + (Long.SIZE - 1 - part.high()) * width / Long.SIZE;
        int right = MARGIN + (Long.SIZE - part.low()) * width / Long.SIZE;
        return new Rectangle(left, 1, Math.max(1, right - left - 1), getClientArea().height - 2);
    }

    private void paint(GC gc) {
        int colour = 0;
        for (Part part : parts) {
            Rectangle box = box(part);
            if (part.isUnused()) {
                gc.setForeground(Palette.FAINT.color());
                gc.setLineStyle(SWT.LINE_DASH);
                gc.drawRectangle(box.x, box.y, box.width - 1, box.height - 1);
                gc.setLineStyle(SWT.LINE_SOLID);
                continue;
            }
            Palette fill = COLOURS.get(colour++ % COLOURS.size());
            gc.setBackground(fill.color());
            gc.fillRectangle(box);
            gc.setForeground(fill.textOn());
            int half = box.height / 2;
            write(gc, box.x, box.y, box.width, half, part.name());
            write(gc, box.x, box.y + half, box.width, half, part.bits() == 1 ? Long.toString(part.value())
                    : part.text(), Describer.hex(part.value()));
            if (reading.mark(marks, part) == ChangeMark.BY_STEP) {
                gc.setForeground(Palette.FAULT.color());
                gc.setLineWidth(2);
                gc.drawRectangle(box.x + 1, box.y + 1, Math.max(1, box.width - 2), box.height - 2);
                gc.setLineWidth(1);
            }
        }
    }

    /** The first text that fits, in the middle. */
    private static void write(GC gc, int x, int y, int width, int height, String... texts) {
        for (String text : texts) {
            Point size = gc.textExtent(text);
            if (size.x <= width) {
                gc.drawText(text, x + (width - size.x) / 2, y + (height - size.y) / 2, true);
                return;
            }
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        GC gc = new GC(this);
        int line = gc.getFontMetrics().getHeight();
        gc.dispose();
        return new Point(widthHint == SWT.DEFAULT ? 2 * MARGIN + Long.SIZE * 4 : widthHint, 2 * line + 2);
    }
}
