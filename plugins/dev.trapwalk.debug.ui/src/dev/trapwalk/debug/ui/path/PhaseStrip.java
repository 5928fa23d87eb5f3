package dev.trapwalk.debug.ui.path;

import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;
import dev.trapwalk.engine.session.state.PassedPoint;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * The phases of a system call in a row. Filled = passed, thick frame = where the machine stands, thin frame = still
 * to come,
 * grey dashes = not part of this call, red with a cross = a check refused there.
 */
final class PhaseStrip extends Canvas {

    private static final int HEIGHT = 44;
    private static final int GAP = 22;
    private static final int MARGIN = 8;
    private static final String HERE = "\u25B6 "; //$NON-NLS-1$
    private static final String CROSS = "\u2717 "; //$NON-NLS-1$
    private static final String TICK = "\u2713 "; //$NON-NLS-1$
    private static final String NOT_REACHED = ""; //$NON-NLS-1$

    private List<PassedPoint> points = List.of();
    private int current;
    /** How each phase looks, in order. */
    private List<Look> looks = looks();

    /** How a phase looks; a strip that looks the same after a step is not painted again. */
    private record Look(boolean isPart, boolean reached, boolean here, boolean refused) {
    }

    PhaseStrip(Composite parent, Consumer<PassedPoint> go, Consumer<PassedPoint> breakThere) {
        super(parent, SWT.DOUBLE_BUFFERED);
        addListener(SWT.Paint, event -> paint(event.gc));
        Clicks.on(this, event -> click(event, go), event -> click(event, breakThere));
        addListener(SWT.MouseMove, this::showHint);
    }

    /** @param current number of the point where the machine stands; 0 if it has left this entry behind */
    void show(List<PassedPoint> passed, int currentPoint) {
        points = passed;
        current = currentPoint;
        List<Look> before = looks;
        looks = looks();
        for (int i = 0; i < looks.size(); i++) {
            if (!looks.get(i).equals(before.get(i))) {
                redraw(left(i) - GAP, 0, width() + 2 * GAP, HEIGHT, false);
            }
        }
    }

    private List<Look> looks() {
        return Stream.of(Phase.values()).map(this::look).toList();
    }

    private Look look(Phase phase) {
        Optional<PassedPoint> first = first(phase);
        return new Look(first.isPresent(), first.isPresent() && (current == 0 || first.get().number() <= current),
                current > 0 && points.get(current - 1).point().function().phase() == phase,
                refusal(phase).filter(point -> current == 0 || point.number() <= current).isPresent());
    }

    private void click(Event event, Consumer<PassedPoint> action) {
        phaseAt(event.x).flatMap(this::first).ifPresent(action);
    }

    private void showHint(Event event) {
        setToolTipText(phaseAt(event.x).map(phase -> first(phase)
                .map(point -> Messages.bind(Messages.phaseHint, phase, refusal(phase).orElse(point).point().text()))
                .orElseGet(() -> Messages.bind(Messages.phaseNotReached, phase))).orElse(null));
    }

    private Optional<PassedPoint> first(Phase phase) {
        return points.stream().filter(point -> point.point().function().phase() == phase).findFirst();
    }

    private Optional<PassedPoint> refusal(Phase phase) {
        return points.stream().filter(point -> point.point().function().phase() == phase
                && point.point().kind() == KernelPoint.Kind.CHECK && !point.outcome()).findFirst();
    }

    private Optional<Phase> phaseAt(int x) {
        int index = (x - MARGIN) / (width() + GAP);
        boolean onBox = x >= MARGIN && (x - MARGIN) % (width() + GAP) < width();
        return onBox && index < Phase.values().length ? Optional.of(Phase.values()[index]) : Optional.empty();
    }

    private int width() {
        int phases = Phase.values().length;
        return Math.max(40, (getClientArea().width - 2 * MARGIN - (phases - 1) * GAP) / phases);
    }

    private void paint(GC gc) {
        gc.setAntialias(SWT.ON);
        for (Phase phase : Phase.values()) {
            paint(gc, phase, looks.get(phase.ordinal()), left(phase.ordinal()));
        }
    }

    private int left(int index) {
        return MARGIN + index * (width() + GAP);
    }

    private void paint(GC gc, Phase phase, Look look, int x) {
        Palette meaning = !look.isPart() ? Palette.FAINT : look.refused() ? Palette.ERROR
                : look.here() ? Palette.SLOW : Palette.FAST;
        Color colour = meaning.color();
        gc.setForeground(colour);
        gc.setBackground(colour);
        if (phase.ordinal() > 0) {
            paintArrow(gc, x, look.isPart());
        }
        gc.setLineStyle(look.isPart() ? SWT.LINE_SOLID : SWT.LINE_DASH);
        gc.setLineWidth(look.here() ? 3 : 1);
        if (look.reached()) {
            gc.fillRoundRectangle(x, MARGIN, width(), HEIGHT - 2 * MARGIN, 8, 8);
        }
        gc.drawRoundRectangle(x, MARGIN, width(), HEIGHT - 2 * MARGIN, 8, 8);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(1);
        if (look.reached()) {
            gc.setForeground(meaning.textOn());
        }
        String sign = look.here() ? HERE : look.refused() ? CROSS : look.reached() ? TICK : NOT_REACHED;
        String label = sign + phase;
        Point size = gc.textExtent(label);
        gc.drawText(label, x + Math.max(2, (width() - size.x) / 2), (HEIGHT - size.y) / 2, true);
    }

    private static void paintArrow(GC gc, int x, boolean solid) {
        gc.setLineStyle(solid ? SWT.LINE_SOLID : SWT.LINE_DASH);
        int y = HEIGHT / 2;
        gc.drawLine(x - GAP + 3, y, x - 6, y);
        gc.fillPolygon(new int[] {x - 7, y - 4, x - 2, y, x - 7, y + 4});
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 600 : widthHint, HEIGHT);
    }
}
