package dev.trapwalk.engine.session.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.Messages;

/** Coverage as people and tools read it. */
public final class CoverageReport {

    private CoverageReport() {
    }

    /** How much was covered, in one line. */
    public static String summary(Coverage coverage) {
        List<KernelPoint> decisions = coverage.points().stream().filter(KernelPoint::isDecision).toList();
        long both = decisions.stream().filter(coverage::isCovered).count();
        long any = decisions.stream().filter(point -> coverage.held(point) + coverage.failed(point) > 0).count();
        long passed = coverage.points().stream()
                .filter(point -> coverage.held(point) + coverage.failed(point) > 0).count();
        return Messages.get("coverage.summary", both, decisions.size(), any - both, passed, coverage.points().size());
    }

    /** A table of the functions that were entered: each decision with how often it held and failed. */
    public static List<String> table(Coverage coverage) {
        List<String> lines = new ArrayList<>(List.of(Messages.get("coverage.header")));
        Catalogue.functions().stream().filter(function -> coverage.held(function.entry()) > 0)
                .forEach(function -> lines.addAll(rows(coverage, function)));
        return lines;
    }

    /** The rows of one kernel function by its name; none if there is no such function. */
    public static List<String> table(Coverage coverage, String function) {
        return Catalogue.function(function).map(found -> rows(coverage, found)).orElse(List.of());
    }

    private static List<String> rows(Coverage coverage, KernelFunction function) {
        List<String> rows = new ArrayList<>(List.of(function.name() + " | " + coverage.held(function.entry()) + " |"));
        function.points().stream().filter(KernelPoint::isDecision).forEach(point -> rows.add(
                "  " + point.name() + " | " + coverage.held(point) + " | " + coverage.failed(point)));
        return rows;
    }

    /** What is missing: the decisions of entered functions that never held, never failed or were never reached. */
    public static List<String> gaps(Coverage coverage) {
        List<String> lines = new ArrayList<>();
        for (KernelFunction function : Catalogue.functions()) {
            if (coverage.held(function.entry()) > 0) {
                function.points().stream().filter(KernelPoint::isDecision).filter(point -> !coverage.isCovered(point))
                        .forEach(point -> lines.add(point.id() + "  " + gap(coverage, point)));
            }
        }
        return lines;
    }

    /** What is missing at a decision, in words; empty if it was taken both ways. */
    public static String gap(Coverage coverage, KernelPoint decision) {
        return coverage.isCovered(decision) ? "" : Messages.get("coverage." + (coverage.held(decision) > 0
                ? "neverFailed" : coverage.failed(decision) > 0 ? "neverHeld" : "neverReached"));
    }

    /** An LCOV trace file (geninfo) whose sources are named as the kernel functions. */
    public static String lcov(Coverage coverage) {
        return lcov(coverage, KernelFunction::name);
    }

    /**
     * An LCOV trace file (geninfo): one source file a kernel function, see {@link #source}, one line a point, and two
     * branches a decision.
     *
     * @param sources names the source file of a function
     */
    public static String lcov(Coverage coverage, Function<KernelFunction, String> sources) {
        StringBuilder out = new StringBuilder("TN:trapwalk\n");
        for (KernelFunction function : Catalogue.functions()) {
            out.append("SF:").append(sources.apply(function)).append('\n');
            out.append("FN:1,").append(function.name()).append('\n');
            out.append("FNDA:").append(coverage.held(function.entry())).append(',').append(function.name())
                    .append('\n');
            out.append("FNF:1\nFNH:").append(coverage.held(function.entry()) > 0 ? 1 : 0).append('\n');
            points(out, coverage, function);
            out.append("end_of_record\n");
        }
        return out.toString();
    }

    /** The source file of a function as the trace file counts its lines: each point with what it decides or does. */
    public static String source(KernelFunction function) {
        StringBuilder lines = new StringBuilder();
        function.points().forEach(point -> lines.append(point.name()).append(": ").append(point.text()).append('\n'));
        return lines.toString();
    }

    private static void points(StringBuilder out, Coverage coverage, KernelFunction function) {
        List<KernelPoint> points = function.points();
        int branches = 0;
        int taken = 0;
        int lines = 0;
        for (int i = 0; i < points.size(); i++) {
            KernelPoint point = points.get(i);
            long held = coverage.held(point);
            long failed = coverage.failed(point);
            if (point.isDecision()) {
                boolean reached = held + failed > 0;
                out.append("BRDA:").append(i + 1).append(",0,0,").append(reached ? held : "-").append('\n');
                out.append("BRDA:").append(i + 1).append(",0,1,").append(reached ? failed : "-").append('\n');
                branches += 2;
                taken += (held > 0 ? 1 : 0) + (failed > 0 ? 1 : 0);
            }
            out.append("DA:").append(i + 1).append(',').append(held + failed).append('\n');
            lines += held + failed > 0 ? 1 : 0;
        }
        out.append("BRF:").append(branches).append("\nBRH:").append(taken).append('\n');
        out.append("LF:").append(points.size()).append("\nLH:").append(lines).append('\n');
    }
}
