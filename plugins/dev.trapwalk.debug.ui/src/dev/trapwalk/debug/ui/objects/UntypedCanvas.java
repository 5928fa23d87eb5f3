package dev.trapwalk.debug.ui.objects;

import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.session.inspect.CapObject;
import dev.trapwalk.engine.session.inspect.ChangeMark;
import dev.trapwalk.engine.session.inspect.ChangeMarks;
import dev.trapwalk.engine.session.inspect.KernelObject;
import dev.trapwalk.engine.session.inspect.UntypedMap;
import dev.trapwalk.engine.session.state.Describer;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * An untyped's memory as two bars: the whole region with what is used of it, and the used part by itself with the
 * objects in it. The triangle is the watermark above which new objects are made.
 */
final class UntypedCanvas extends Canvas {

    private static final int MARGIN = 4;
    private static final int GAP = 3;
    private static final int BAR = 15;

    private Optional<UntypedMap> map = Optional.empty();
    private ChangeMarks marks;
    private CapObject selected;

    /** @param choose told the object that is clicked */
    UntypedCanvas(Composite parent, Consumer<KernelObject> choose) {
        super(parent, SWT.DOUBLE_BUFFERED);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseMove, event -> setToolTipText(at(event).map(UntypedCanvas::hint).orElse(null)));
        addListener(SWT.MouseUp, event -> at(event).ifPresent(choose));
    }

    void show(Optional<UntypedMap> newMap, ChangeMarks newMarks, CapObject newSelected) {
        map = newMap;
        marks = newMarks;
        selected = newSelected;
        redraw();
    }

    private static String hint(KernelObject object) {
        return Messages.bind(Messages.objectHint, new Object[] {object.what().type().label(), object.name(),
            Describer.hex(object.start()), Sizes.text(object.what().bytes())});
    }

    /** What is drawn, in words. */
    String text() {
        return map.map(found -> Messages.bind(Messages.mapTitle, new Object[] {found.untyped().name(),
            Sizes.text(found.untyped().what().bytes()), Sizes.text(found.used()), found.children().size(),
            Sizes.text(found.free()), Sizes.text(found.lost())})).orElse(Messages.noMap);
    }

    private Optional<KernelObject> at(Event event) {
        return map.flatMap(found -> found.children().stream()
                .filter(child -> zoomed(found, child).contains(event.x, event.y)).reduce((a, b) -> b));
    }

    private int lineHeight() {
        GC gc = new GC(this);
        int height = gc.getFontMetrics().getHeight();
        gc.dispose();
        return height + 2;
    }

    private int width() {
        return Math.max(40, getClientArea().width - 2 * MARGIN);
    }

    /** An object in the lower bar, which is as wide as the used part. */
    private Rectangle zoomed(UntypedMap found, KernelObject child) {
        double scale = (double) width() / Math.max(1, found.used());
        int left = MARGIN + (int) ((child.start() - found.untyped().start()) * scale);
        int right = MARGIN + (int) ((child.end() - found.untyped().start()) * scale);
        return new Rectangle(left, MARGIN + lineHeight() + BAR + 3 * GAP, Math.max(1, right - left), BAR);
    }

    private void paint(GC gc) {
        gc.setForeground(getForeground());
        gc.drawText(text(), MARGIN, MARGIN, true);
        map.ifPresent(found -> {
            paintWhole(gc, found, MARGIN + lineHeight());
            found.children().forEach(child -> paint(gc, child, zoomed(found, child)));
            gc.setForeground(Palette.FAINT.color());
            gc.drawRectangle(MARGIN, MARGIN + lineHeight() + BAR + 3 * GAP, width() - 1, BAR - 1);
        });
    }

    private void paintWhole(GC gc, UntypedMap found, int y) {
        int used = (int) ((double) found.used() / found.untyped().what().bytes() * width());
        gc.setBackground(Palette.FAINT.color());
        gc.fillRectangle(MARGIN, y, Math.max(1, used), BAR);
        gc.setForeground(Palette.FAINT.color());
        gc.drawRectangle(MARGIN, y, width() - 1, BAR - 1);
        gc.setLineStyle(SWT.LINE_DOT);
        gc.drawLine(MARGIN, y + BAR + 3 * GAP, MARGIN, y + BAR);
        gc.drawLine(MARGIN + used, y + BAR, MARGIN + width() - 1, y + BAR + 3 * GAP);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setBackground(Palette.FAST.color());
        int x = MARGIN + used;
        gc.fillPolygon(new int[] {x - 5, y - 2, x + 5, y - 2, x, y + 6});
    }

    private void paint(GC gc, KernelObject child, Rectangle box) {
        gc.setBackground(Palette.of(child.what().type()).color());
        gc.fillRectangle(box);
        boolean changed = marks.of(child.start(), child.what().bytes()) == ChangeMark.BY_STEP;
        if (box.width > 3) {
            gc.setForeground(getBackground());
            gc.drawLine(box.x + box.width - 1, box.y, box.x + box.width - 1, box.y + box.height);
        }
        if (changed || child.what().equals(selected)) {
            gc.setForeground(changed ? Palette.FAULT.color() : getForeground());
            gc.setLineWidth(2);
            gc.drawRectangle(box.x, box.y - 1, Math.max(2, box.width - 1), box.height + 1);
            gc.setLineWidth(1);
        }
        if (gc.textExtent(child.name()).x < box.width - GAP) {
            gc.setForeground(Palette.of(child.what().type()).textOn());
            Point size = gc.textExtent(child.name());
            gc.drawText(child.name(), box.x + (box.width - size.x) / 2, box.y + (box.height - size.y) / 2, true);
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 200 : widthHint,
                2 * MARGIN + lineHeight() + 2 * BAR + 3 * GAP);
    }
}
