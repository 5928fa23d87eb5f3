package dev.trapwalk.debug.ui.timeline;

import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.session.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** The marks that have names, as flags above the lanes. */
final class Flags {

    private static final int POLE = 5;

    private Map<String, Mark> names = Map.of();
    /** Where the flags were drawn last. */
    private final List<Drawn> drawn = new ArrayList<>();

    private record Drawn(Rectangle bounds, Map.Entry<String, Mark> flag) {
    }

    /** Takes other names; whether they are others. */
    boolean show(Map<String, Mark> all) {
        boolean same = names.equals(all);
        names = Map.copyOf(all);
        return !same;
    }

    Map<String, Mark> names() {
        return names;
    }

    /** Room that they need above the lanes, in pixels. */
    int height(GC gc) {
        return names.isEmpty() ? 0 : gc.getFontMetrics().getHeight() + 2;
    }

    /**
     * Draws them.
     *
     * @param left where the lanes begin; what lies before that is out of sight
     * @param bottom end of the poles
     * @param place where a mark is, in pixels from the left
     */
    void paint(GC gc, int left, int bottom, ToIntFunction<Mark> place) {
        drawn.clear();
        gc.setForeground(Palette.SLOW.color());
        gc.setBackground(Palette.SLOW.color());
        names.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(flag -> {
            int x = place.applyAsInt(flag.getValue());
            if (x >= left) {
                int height = height(gc);
                int width = gc.textExtent(flag.getKey()).x;
                gc.drawLine(x, 1, x, bottom);
                gc.fillPolygon(new int[] {x, 2, x + 2 * POLE, height / 2, x, height - 2});
                gc.drawText(flag.getKey(), x + 2 * POLE + 3, 0, true);
                drawn.add(new Drawn(new Rectangle(x - 2, 0, 2 * POLE + 5 + width, height), flag));
            }
        });
    }

    /** The flag at a place. */
    Optional<Map.Entry<String, Mark>> at(int x, int y) {
        return drawn.stream().filter(each -> each.bounds().contains(x, y)).<Map.Entry<String, Mark>>map(Drawn::flag)
                .findFirst();
    }
}
