package dev.trapwalk.debug.ui.cspace;

import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.session.query.CSpaceWalk;
import dev.trapwalk.engine.session.state.MachineImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * A walk through the CSpace as a picture: the CPtr's bits in a row, below them a bar for each CNode passed. Green with
 * a tick = a guard that fits, blue = an index, red with a cross = the level that refuses, outline = bits still left.
 */
final class WalkCanvas extends Canvas {

    private static final int MARGIN = 6;
    private static final int GAP = 4;
    private static final int NIBBLE = 4;
    private static final String TICK = "\u2713 "; //$NON-NLS-1$
    private static final String CROSS = "\u2717 "; //$NON-NLS-1$

    private final LongConsumer go;
    private final List<Hint> hints = new ArrayList<>();
    private List<WalkBar> bars = List.of();
    private CSpaceWalk walk;
    private WalkEnd end = WalkEnd.problem(""); //$NON-NLS-1$

    private record Hint(Rectangle area, String text, long slot) {
    }

    /** @param go told the slot of a level that is clicked */
    WalkCanvas(Composite parent, LongConsumer go) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL);
        this.go = go;
        getVerticalBar().setVisible(false);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseMove, event -> setToolTipText(hintAt(event).map(Hint::text).orElse(null)));
        addListener(SWT.MouseUp, event -> hintAt(event).filter(hint -> hint.slot() != 0)
                .ifPresent(hint -> go.accept(hint.slot())));
        getVerticalBar().addListener(SWT.Selection, event -> redraw());
        addListener(SWT.Resize, event -> updateBar());
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                if (event.childID == ACC.CHILDID_SELF) {
                    event.result = String.join("\n", texts()); //$NON-NLS-1$
                }
            }
        });
    }

    /** Draws a walk, or says why there is none. */
    void show(MachineImage machine, Optional<CSpaceWalk> newWalk, String problem) {
        walk = newWalk.orElse(null);
        bars = newWalk.map(found -> WalkBar.of(machine, found)).orElse(List.of());
        end = newWalk.map(found -> WalkEnd.of(machine, found)).orElseGet(() -> WalkEnd.problem(problem));
        updateBar();
        redraw();
    }

    /** All that is drawn, in words. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (WalkBar bar : bars) {
            bar.parts().forEach(part -> texts.add(part.text()));
        }
        if (!end.text().isEmpty()) {
            texts.add(end.text());
        }
        return texts;
    }

    private Optional<Hint> hintAt(Event event) {
        return hints.stream().filter(hint -> hint.area().contains(event.x, event.y)).findFirst();
    }

    private int lineHeight(GC gc) {
        return gc.getFontMetrics().getHeight() + 2;
    }

    /** Height of the whole picture. */
    private int height(GC gc, int width) {
        int line = lineHeight(gc);
        TextLayout text = endLayout(width);
        int height = 2 * MARGIN + (line + GAP) * (1 + bars.size()) + text.getBounds().height;
        text.dispose();
        return height;
    }

    private TextLayout endLayout(int width) {
        TextLayout text = new TextLayout(getDisplay());
        text.setFont(getFont());
        text.setText(end.text());
        text.setWidth(Math.max(80, width - 2 * MARGIN));
        return text;
    }

    /** As high as the picture. */
    int wantedHeight() {
        GC gc = new GC(this);
        int wanted = height(gc, getClientArea().width);
        gc.dispose();
        return wanted;
    }

    private void updateBar() {
        int wanted = wantedHeight();
        int there = getClientArea().height;
        getVerticalBar().setVisible(wanted > there && there > 0);
        getVerticalBar().setValues(Math.min(getVerticalBar().getSelection(), Math.max(0, wanted - there)), 0,
                Math.max(1, wanted), Math.max(1, Math.min(there, wanted)), 16, Math.max(16, there / 2));
    }

    private void paint(GC gc) {
        hints.clear();
        gc.setAntialias(SWT.ON);
        int line = lineHeight(gc);
        int y = MARGIN - (getVerticalBar().isVisible() ? getVerticalBar().getSelection() : 0);
        if (walk != null) {
            paintBits(gc, y);
            y += line + GAP;
            for (WalkBar bar : bars) {
                bar.parts().forEach(new Painter(gc, y, line, bar.slot())::paint);
                y += line + GAP;
            }
        }
        TextLayout text = endLayout(getClientArea().width);
        gc.setForeground(end.colour().color());
        text.draw(gc, MARGIN, y);
        if (end.slot() != 0) {
            hints.add(new Hint(new Rectangle(MARGIN, y, text.getBounds().width, text.getBounds().height), end.text(),
                    end.slot()));
        }
        text.dispose();
    }

    /** The CPtr: binary digits where there is room, else a hexadecimal digit over each four bits. */
    private void paintBits(GC gc, int y) {
        gc.setForeground(getForeground());
        int step = x(walk.depth() - 2) - x(walk.depth() - 1) > gc.textExtent("0").x ? 1 : NIBBLE; //$NON-NLS-1$
        for (int low = 0; low < walk.depth(); low += step) {
            int high = Math.min(walk.depth(), low + step) - 1;
            long digit = walk.cptr() >>> low & (1L << high - low + 1) - 1;
            String text = Long.toHexString(digit);
            int left = x(high);
            int right = x(low - 1);
            gc.drawText(text, (left + right - gc.textExtent(text).x) / 2, y, true);
        }
    }

    /** Left edge of a bit. */
    private int x(int bit) {
        int width = getClientArea().width - 2 * MARGIN;
        return MARGIN + (int) ((long) (walk.depth() - 1 - bit) * width / walk.depth());
    }

    /** Paints the parts of one bar. */
    private final class Painter {

        private final GC gc;
        private final int y;
        private final int height;
        private final long slot;

        Painter(GC gc, int y, int height, long slot) {
            this.gc = gc;
            this.y = y;
            this.height = height;
            this.slot = slot;
        }

        void paint(WalkBar.Part part) {
            int left = x(part.from());
            int width = x(part.from() - part.bits()) - left;
            Rectangle box = new Rectangle(left, y, Math.max(2, width - 1), height);
            hints.add(new Hint(box, part.text(), slot));
            Color colour = palette(part.kind()).color();
            boolean filled = part.kind() != WalkBar.Kind.USED && part.kind() != WalkBar.Kind.LEFT;
            gc.setForeground(colour);
            gc.setBackground(colour);
            gc.setLineStyle(part.kind() == WalkBar.Kind.LEFT ? SWT.LINE_DASH : SWT.LINE_SOLID);
            if (filled) {
                gc.fillRectangle(box);
            } else {
                gc.drawRectangle(box.x, box.y, box.width - 1, box.height - 1);
            }
            gc.setLineStyle(SWT.LINE_SOLID);
            String text = fit(part, box.width - GAP);
            Point size = gc.textExtent(text);
            gc.setForeground(filled ? palette(part.kind()).textOn() : colour);
            gc.drawText(text, box.x + (box.width - size.x) / 2, box.y + (box.height - size.y) / 2, true);
        }

        /** The text of a part, or its sign, or nothing. */
        private String fit(WalkBar.Part part, int width) {
            String sign = switch (part.kind()) {
                case GUARD -> TICK;
                case WRONG_GUARD, TOO_FEW -> CROSS;
                default -> ""; //$NON-NLS-1$
            };
            for (String text : List.of(sign + part.text(), sign + part.brief(), part.brief(), sign.strip())) {
                if (gc.textExtent(text).x <= width) {
                    return text;
                }
            }
            return ""; //$NON-NLS-1$
        }
    }

    private static Palette palette(WalkBar.Kind kind) {
        return switch (kind) {
            case GUARD -> Palette.FAST;
            case INDEX -> Palette.SLOW;
            case WRONG_GUARD, TOO_FEW -> Palette.ERROR;
            case USED, LEFT -> Palette.FAINT;
        };
    }
}
