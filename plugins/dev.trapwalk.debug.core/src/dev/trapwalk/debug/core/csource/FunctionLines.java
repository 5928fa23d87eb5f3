package dev.trapwalk.debug.core.csource;

import dev.trapwalk.debug.core.csource.FunctionDefinition.Config;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What is known of the lines within one function's C text, worked out when the file is read. Only what stands on one
 * line alone is known.
 *
 * @param definition of the function
 * @param points lines of points
 * @param calls lines of calls, by the name of what is called
 */
record FunctionLines(FunctionDefinition definition, Map<KernelPoint, Integer> points, Map<String, Integer> calls) {

    private static final Pattern CALL = Pattern.compile("\\b([A-Za-z_]\\w*)\\s*\\(");
    private static final int SEVERAL = -1;

    /**
     * Looks for a function's points and calls.
     *
     * @param code of the whole file, see {@link #kept}
     */
    static FunctionLines of(FunctionDefinition definition, List<String> code, KernelFunction function) {
        Map<KernelPoint, Integer> points = new HashMap<>();
        for (KernelPoint point : function.points()) {
            Anchors.of(point).ifPresent(words -> {
                int[] on = lines(definition, code, line -> words.matcher(line).find());
                if (on.length == 1) {
                    points.put(point, on[0]);
                }
            });
        }
        points.put(function.entry(), definition.line());
        if (function.returns()) {
            points.put(function.exit(), definition.endLine());
        }
        return new FunctionLines(definition, points, calls(definition, code));
    }

    private static Map<String, Integer> calls(FunctionDefinition definition, List<String> code) {
        Map<String, Integer> calls = new HashMap<>();
        for (int line : lines(definition, code, any -> true)) {
            Matcher call = CALL.matcher(code.get(line - 1));
            while (call.find()) {
                calls.merge(call.group(1), line, (a, b) -> a.equals(b) ? a : SEVERAL);
            }
        }
        calls.values().removeIf(line -> line == SEVERAL);
        return calls;
    }

    private static int[] lines(FunctionDefinition definition, List<String> code, Predicate<String> wanted) {
        return IntStream.rangeClosed(definition.bodyLine(), Math.min(definition.endLine(), code.size()))
                .filter(line -> wanted.test(code.get(line - 1))).toArray();
    }

    /** A file's lines without comments, literals, directives, and what the modelled configuration leaves out. */
    static List<String> kept(String text) {
        Conditions conditions = new Conditions();
        List<String> kept = new ArrayList<>();
        for (String line : CText.code(text)) {
            conditions.line(line, 0);
            boolean code = !line.stripLeading().startsWith("#") && conditions.config() != Config.INACTIVE;
            kept.add(code ? line : "");
        }
        return kept;
    }
}
