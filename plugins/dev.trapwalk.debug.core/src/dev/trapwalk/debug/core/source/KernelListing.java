package dev.trapwalk.debug.core.source;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Operand;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A kernel function as a text that people read: what it decides, then one line per kernel point. It is written from the
 * catalogue of points, so that listing and points cannot drift apart.
 */
public final class KernelListing {

    /** Column, 0-based, in which the kind of a point stands. */
    public static final int KIND_COLUMN = 4;

    private static final int KIND_WIDTH = 6;
    /** Column, 0-based, in which the name of a point begins. */
    public static final int NAME_COLUMN = KIND_COLUMN + KIND_WIDTH + 1;

    /** With its margin as wide as the editor of our perspective at 1280 pixels. */
    private static final int TEXT_WIDTH = 48;
    /** Longer names push their line's text to the right, so that one long name does not push all texts out of sight. */
    private static final int NAME_WIDTH = 20;

    private final KernelFunction function;
    private final String text;
    private final Map<KernelPoint, Integer> lines = new HashMap<>();

    /** The listing of a function. */
    public KernelListing(KernelFunction function) {
        this.function = function;
        this.text = write();
    }

    /** The function. */
    public KernelFunction function() {
        return function;
    }

    /** All lines, separated by newlines. */
    public String text() {
        return text;
    }

    /** Line of a point, 1-based; empty if it is not one of this function. */
    public OptionalInt line(KernelPoint point) {
        Integer line = lines.get(point);
        return line == null ? OptionalInt.empty() : OptionalInt.of(line);
    }

    /** The point on a line, 1-based. */
    public Optional<KernelPoint> point(int line) {
        return lines.entrySet().stream().filter(entry -> entry.getValue() == line).map(Map.Entry::getKey).findFirst();
    }

    private String write() {
        StringBuilder out = new StringBuilder();
        out.append(function.name()).append('(').append(operands(function.entry())).append(")\n");
        wrap(out, function.text());
        out.append('\n');
        int names = function.points().stream().mapToInt(point -> point.name().length()).max().orElse(0);
        names = Math.min(names, NAME_WIDTH);
        for (KernelPoint point : function.points()) {
            lines.put(point, (int) out.chars().filter(c -> c == '\n').count() + 1);
            out.append(String.format(Locale.ROOT, "    %-" + KIND_WIDTH + "s %-" + names + "s  %s", kind(point), point.name(),
                    point.text()));
            String operands = operands(point);
            if (!operands.isEmpty() && point.kind() != KernelPoint.Kind.ENTRY) {
                out.append("  [").append(operands).append(']');
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String kind(KernelPoint point) {
        return point.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String operands(KernelPoint point) {
        return point.operands().stream().map(Operand::name).collect(Collectors.joining(", "));
    }

    private static void wrap(StringBuilder out, String sentence) {
        int column = 0;
        for (String word : sentence.split(" ")) {
            if (column == 0 || column + word.length() + 1 > TEXT_WIDTH) {
                out.append(column == 0 ? "    " : "\n    ");
                column = 0;
            } else {
                out.append(' ');
            }
            out.append(word);
            column += word.length() + 1;
        }
        out.append('\n');
    }
}
