package dev.trapwalk.debug.ui.timeline;

import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.state.ThreadSnapshot;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * Draws the lanes; time runs to the right, one column for each kernel entry. Scrolls so that the newest can be seen.
 * Until somebody zooms, few entries are drawn wide enough for their names, many small enough to be seen at once.
 */
final class Lanes extends Canvas {

    private static final int LANE = 26;
    private static final int LEAST = 10;
    private static final int USUAL = 26;
    private static final int WIDE = 118;
    private static final int MOST = 240;
    private static final int GAP = 4;
    private static final int TOP = 6;
    private static final double ZOOM = 1.4;
    private static final int[] BROKEN = {3, 3};

    private List<ThreadSnapshot> threads = List.of();
    /** Threads in the order of their lanes, and the lane of each TCB. */
    private List<ThreadSnapshot> lanes = List.of();
    private Map<Long, Integer> laneOf = Map.of();
    /** Width of the widest name; 0 before it was measured. */
    private int names;
    private List<Block> blocks = List.of();
    private Mark now = Mark.START;
    /** Pixels of a block as somebody chose them; 0 as long as nobody has. */
    private int zoomed;
    private Block selected;
    private final Flags flags = new Flags();
    /** Where the lanes begin: below the flags. */
    private int top = TOP;

    Lanes(Composite parent, Consumer<Mark> go) {
        super(parent, SWT.DOUBLE_BUFFERED);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, event -> order());
        addListener(SWT.MouseDown, event -> select(blockAt(event).orElse(null)));
        addListener(SWT.MouseVerticalWheel, event -> {
            if ((event.stateMask & SWT.MOD1) != 0) {
                zoom(event.count > 0);
                event.doit = false;
            }
        });
        addListener(SWT.MouseUp, event -> {
            if (event.button == 1) {
                flags.at(event.x, event.y).map(Map.Entry::getValue)
                        .or(() -> blockAt(event).map(block -> new Mark(block.unit(), 1))).ifPresent(go);
            }
        });
        addListener(SWT.MouseMove, event -> setToolTipText(hint(event).orElse(null)));
    }

    private Optional<String> hint(Event event) {
        return flags.at(event.x, event.y)
                .map(flag -> Messages.bind(Messages.flagHint, flag.getKey(), flag.getValue()))
                .or(() -> blockAt(event).map(block -> Messages.bind(Messages.hint,
                        new Object[] {block.name(), block.unit(), block.kind().text(), block.statement()})));
    }

    /** Draws a flag at each of these marks. */
    void name(Map<String, Mark> marks) {
        if (flags.show(marks)) {
            GC gc = new GC(this);
            top = TOP + flags.height(gc);
            gc.dispose();
            order();
            redraw();
        }
    }

    /** The marks with flags, by name. */
    Map<String, Mark> flags() {
        return flags.names();
    }

    void show(List<ThreadSnapshot> all, List<Block> shown, Mark mark) {
        threads = all;
        blocks = shown;
        now = mark;
        order();
        redraw();
    }

    /** Draws blocks wider or narrower. */
    void zoom(boolean in) {
        zoomed = (int) Math.max(LEAST, Math.min(MOST, Math.round(in ? width() * ZOOM : width() / ZOOM)));
        redraw();
    }

    /** Pixels that a block takes. */
    int width() {
        return width(left());
    }

    private int width(int left) {
        int share = (getClientArea().width - left) / Math.max(1, blocks.size()) - GAP;
        return zoomed != 0 ? zoomed : Math.max(USUAL, Math.min(WIDE, share));
    }

    void select(Block block) {
        selected = block;
        redraw();
    }

    /** The kernel entry that was clicked last. */
    Optional<Block> selected() {
        return Optional.ofNullable(selected);
    }

    /** In the layout's order as long as there is room for all; else those that have entered the kernel come first. */
    private void order() {
        List<ThreadSnapshot> ordered = threads;
        if (threads.size() > room()) {
            Set<Long> busy = blocks.stream().map(Block::thread).collect(Collectors.toSet());
            ordered = threads.stream().sorted(Comparator.comparing(thread -> !busy.contains(thread.tcb()))).toList();
        }
        List<ThreadSnapshot> before = seen();
        lanes = ordered;
        laneOf = new HashMap<>();
        for (int i = 0; i < lanes.size(); i++) {
            laneOf.put(lanes.get(i).tcb(), i);
        }
        if (!before.stream().map(ThreadSnapshot::name).toList()
                .equals(seen().stream().map(ThreadSnapshot::name).toList())) {
            names = 0;
        }
    }

    private int room() {
        return Math.max(1, (getClientArea().height - top) / LANE + 1);
    }

    /** The lanes that can be seen. */
    private List<ThreadSnapshot> seen() {
        return lanes.subList(0, Math.min(lanes.size(), room()));
    }

    private int left(GC gc) {
        if (names == 0) {
            names = 16 + seen().stream().mapToInt(thread -> gc.textExtent(thread.name()).x).max().orElse(0);
        }
        return names;
    }

    private int left() {
        GC gc = new GC(this);
        int left = left(gc);
        gc.dispose();
        return left;
    }

    /** Index of the first block drawn, so that the last ones and the current one fit. */
    private int first(int left) {
        int room = Math.max(1, (getClientArea().width - left) / (width(left) + GAP));
        int current = (int) blocks.stream().filter(block -> block.unit() <= now.unit()).count();
        return Math.max(0, Math.min(blocks.size() - room, current - room / 2));
    }

    private Rectangle bounds(int index, int first, int left) {
        int width = width(left);
        return new Rectangle(left + (index - first) * (width + GAP),
                top + laneOf.getOrDefault(blocks.get(index).thread(), 0) * LANE + 3, width, LANE - 6);
    }

    private Optional<Block> blockAt(Event event) {
        int left = left();
        int first = first(left);
        for (int i = first; i < blocks.size(); i++) {
            if (bounds(i, first, left).contains(event.x, event.y)) {
                return Optional.of(blocks.get(i));
            }
        }
        return Optional.empty();
    }

    private void paint(GC gc) {
        gc.setAntialias(SWT.ON);
        int left = left(gc);
        int width = getClientArea().width;
        List<ThreadSnapshot> seen = seen();
        for (int i = 0; i < seen.size(); i++) {
            int y = top + i * LANE;
            gc.setForeground(getForeground());
            gc.drawText(seen.get(i).name(), 8, y + 4, true);
            gc.setForeground(Palette.FAINT.color());
            gc.drawLine(left, y + LANE / 2, width, y + LANE / 2);
        }
        int first = first(left);
        for (int i = first; i < blocks.size() && left + (i - first) * (width(left) + GAP) < width; i++) {
            paint(gc, blocks.get(i), bounds(i, first, left));
        }
        flags.paint(gc, left, top + 3, mark -> place(mark, first, left));
        paintNow(gc, first, left);
    }

    private void paint(GC gc, Block block, Rectangle bounds) {
        gc.setBackground(block.kind().colour().color());
        gc.setForeground(block.kind().colour().color());
        if (block.unit() < now.unit() || block.unit() == now.unit() && !now.isUserMode()) {
            gc.fillRoundRectangle(bounds.x, bounds.y, bounds.width, bounds.height, 6, 6);
            gc.setForeground(block.kind().colour().textOn());
        } else {
            gc.setBackground(getBackground());
            gc.fillRoundRectangle(bounds.x, bounds.y, bounds.width, bounds.height, 6, 6);
            gc.drawRoundRectangle(bounds.x, bounds.y, bounds.width - 1, bounds.height - 1, 6, 6);
        }
        if (block.kind() == Block.Kind.PREEMPTED) {
            gc.setLineDash(BROKEN);
            gc.drawRoundRectangle(bounds.x + 1, bounds.y + 1, bounds.width - 3, bounds.height - 3, 6, 6);
            gc.setLineStyle(SWT.LINE_SOLID);
        }
        paintText(gc, block, bounds);
        if (selected != null && selected.unit() == block.unit()) {
            gc.setForeground(getForeground());
            gc.setLineWidth(2);
            gc.drawRoundRectangle(bounds.x - 1, bounds.y - 1, bounds.width + 1, bounds.height + 1, 8, 8);
            gc.setLineWidth(1);
        }
    }

    /** The sign, with the call's name if there is room for it. */
    private static void paintText(GC gc, Block block, Rectangle bounds) {
        String full = (block.kind().sign() + " " + block.call()).strip(); //$NON-NLS-1$
        String text = gc.textExtent(full).x + 4 <= bounds.width ? full : block.kind().sign();
        Point size = gc.textExtent(text);
        gc.drawText(text, bounds.x + (bounds.width - size.x) / 2, bounds.y + (bounds.height - size.y) / 2, true);
    }

    /** Where a mark is: before the first block that has not begun, or within the one that has. */
    private int place(Mark mark, int first, int left) {
        int index = (int) blocks.stream().filter(block -> block.unit() < mark.unit()).count();
        boolean inside = index < blocks.size() && blocks.get(index).unit() == mark.unit() && !mark.isUserMode();
        int width = width(left);
        return left + (index - first) * (width + GAP) + (inside ? width / 2 : -GAP / 2);
    }

    private void paintNow(GC gc, int first, int left) {
        int x = place(now, first, left);
        gc.setForeground(Palette.FAULT.color());
        gc.setBackground(Palette.FAULT.color());
        gc.setLineWidth(2);
        // Not across the names of the calls.
        gc.drawLine(x, top - TOP, x, top + 3);
        gc.drawLine(x, top + seen().size() * LANE - 3, x, top + seen().size() * LANE + 3);
        gc.fillPolygon(new int[] {x - 5, top - TOP, x + 5, top - TOP, x, top});
        gc.setLineWidth(1);
    }
}
