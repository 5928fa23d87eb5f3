package dev.trapwalk.debug.core.csource;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Lines of the user's seL4 sources for kernel points, and the other way round. A line within a function is only named
 * when the text leaves no doubt: the one line on which the function calls another one, or the one line with the words
 * that {@code anchors.properties} knows of a point. Otherwise the line with the function's name stands for it. All is
 * answered from memory.
 */
public final class CPlaces {

    private final Checkout checkout;

    /** In that checkout, which should be prepared. */
    public CPlaces(Checkout checkout) {
        this.checkout = checkout;
    }

    /** The file in which a function is defined. */
    public Optional<Path> file(KernelFunction function) {
        return checkout.lines(function.name())
                .map(lines -> checkout.folder().resolve(lines.definition().file()));
    }

    /** The line, 1-based, for a point of its function; empty if the function's definition is not known. */
    public OptionalInt line(KernelPoint point) {
        return checkout.lines(point.function().name()).map(lines -> OptionalInt.of(
                lines.points().getOrDefault(point, lines.definition().line()))).orElse(OptionalInt.empty());
    }

    /** The line from which a function calls another one; the line of its name when that is not certain. */
    public OptionalInt callLine(KernelFunction caller, KernelFunction callee) {
        return checkout.lines(caller.name()).map(lines -> OptionalInt.of(
                lines.calls().getOrDefault(callee.name(), lines.definition().line()))).orElse(OptionalInt.empty());
    }

    /**
     * The points at which a breakpoint on a line of a file would stop, in the order of the code; empty if there are
     * none. The head of a function stands for its entry.
     */
    public List<KernelPoint> points(Path file, int line) {
        Optional<FunctionLines> lines = checkout.at(file, line);
        if (lines.isEmpty()) {
            return List.of();
        }
        FunctionDefinition definition = lines.get().definition();
        int wanted = definition.isHead(line) && !lines.get().points().containsValue(line) ? definition.line() : line;
        return lines.get().points().entrySet().stream().filter(entry -> entry.getValue() == wanted)
                .map(Map.Entry::getKey).sorted(Comparator.comparingInt(KernelPoint::index)).toList();
    }
}
