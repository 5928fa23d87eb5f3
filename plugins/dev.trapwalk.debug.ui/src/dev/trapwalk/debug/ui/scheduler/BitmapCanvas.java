package dev.trapwalk.debug.ui.scheduler;

import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.session.inspect.ChangeMark;
import dev.trapwalk.engine.session.inspect.ChangeMarks;
import dev.trapwalk.engine.session.inspect.ReadyDomain;
import dev.trapwalk.engine.session.state.MachineImage;
import java.util.Optional;
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
 * The bitmaps by which the kernel finds the highest ready queue: a row for each bit of level 1, in it the 64 bits of
 * its level 2 word, highest priority first. Filled = set; framed = changed by this step; the triangle is the bit it finds.
 */
final class BitmapCanvas extends Canvas {

    private static final int MARGIN = 5;
    private static final int ROW = 9;
    private static final int LABEL = 50;
    private static final int BITS = Long.SIZE;

    private ReadyDomain domain;
    private ChangeMarks marks;
    private MachineImage machine;

    /** @param choose told the priority that is clicked */
    BitmapCanvas(Composite parent, Consumer<Integer> choose) {
        super(parent, SWT.DOUBLE_BUFFERED);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseMove, event -> setToolTipText(priorityAt(event).map(this::hint).orElse(null)));
        addListener(SWT.MouseUp, event -> priorityAt(event).ifPresent(choose));
    }

    void show(ReadyDomain newDomain, ChangeMarks newMarks) {
        domain = newDomain;
        marks = newMarks;
        machine = newMarks.now();
        redraw();
    }

    private String hint(int priority) {
        String threads = domain.queues().stream().filter(queue -> queue.priority() == priority)
                .flatMap(queue -> queue.threads().stream()).map(machine.describe()::thread)
                .collect(Collectors.joining(", ")); //$NON-NLS-1$
        return Messages.bind(Messages.bitHint, new Object[] {priority, priority / BITS, priority % BITS,
            threads.isEmpty() ? Messages.nobody : threads});
    }

    private Optional<Integer> priorityAt(Event event) {
        for (int priority = 0; domain != null && priority < BITS * ReadyDomain.WORDS; priority++) {
            if (box(priority).contains(event.x, event.y)) {
                return Optional.of(priority);
            }
        }
        return Optional.empty();
    }

    private Rectangle box(int priority) {
        int width = Math.max(BITS * 3, getClientArea().width - 2 * MARGIN - LABEL);
        int column = BITS - 1 - priority % BITS;
        int left = MARGIN + LABEL + column * width / BITS;
        int right = MARGIN + LABEL + (column + 1) * width / BITS;
        int row = ReadyDomain.WORDS - 1 - priority / BITS;
        return new Rectangle(left, MARGIN + row * ROW, right - left, ROW);
    }

    private void paint(GC gc) {
        if (domain == null) {
            return;
        }
        gc.setAntialias(SWT.OFF);
        for (int word = 0; word < ReadyDomain.WORDS; word++) {
            Rectangle first = box(word * BITS + BITS - 1);
            boolean set = (domain.level1() >>> word & 1) != 0;
            gc.setForeground(set ? getForeground() : Palette.FAINT.color());
            if (word == 0 || word == ReadyDomain.WORDS - 1) {
                gc.drawText(Integer.toString(word * BITS + BITS - 1), MARGIN, first.y - MARGIN + 1, true);
            }
            paintBit(gc, new Rectangle(MARGIN + LABEL - ROW - 8, first.y, ROW - 2, ROW), set, ChangeMark.NONE);
        }
        int highest = domain.queues().isEmpty() ? -1 : domain.queues().get(0).priority();
        for (int priority = 0; priority < BITS * ReadyDomain.WORDS; priority++) {
            paintBit(gc, box(priority), domain.isMarked(priority), mark(priority));
            if (priority == highest) {
                paintFinder(gc, box(priority));
            }
        }
    }

    private ChangeMark mark(int priority) {
        long address = ReadyDomain.level2Address(domain.domain(), priority / BITS);
        MachineImage before = marks.before();
        boolean changed = before != null
                && (before.read(address) >>> priority % BITS & 1) != (machine.read(address) >>> priority % BITS & 1);
        return changed ? ChangeMark.BY_STEP : ChangeMark.NONE;
    }

    private static void paintBit(GC gc, Rectangle box, boolean set, ChangeMark mark) {
        gc.setForeground(mark == ChangeMark.NONE ? Palette.FAINT.color() : Palette.FAULT.color());
        gc.setBackground(Palette.SLOW.color());
        if (set) {
            gc.fillRectangle(box.x, box.y + 1, box.width - 1, box.height - 3);
        }
        gc.setAlpha(set || mark != ChangeMark.NONE ? 255 : 90);
        gc.drawRectangle(box.x, box.y + 1, Math.max(1, box.width - 2), box.height - 4);
        gc.setAlpha(255);
    }

    private void paintFinder(GC gc, Rectangle box) {
        int middle = box.x + box.width / 2;
        gc.setBackground(Palette.FAST.color());
        gc.fillPolygon(new int[] {middle - 4, box.y - 3, middle + 4, box.y - 3, middle, box.y + 3});
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? LABEL + BITS * 4 : widthHint,
                2 * MARGIN + ReadyDomain.WORDS * ROW);
    }
}
