package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Diagnostic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments that silence checks. {@code -- trapwalk: ignore E08, E19} silences them on its own line, and on the next one
 * when it stands alone; {@code -- trapwalk: ignore-file E21} in the whole file. Syntax errors cannot be silenced.
 */
final class Suppressions {
    private static final String MARK = "trapwalk:";
    private static final Pattern COMMENT =
            Pattern.compile("(--|//)\\s*trapwalk:\\s*(ignore|ignore-file)\\s+([A-Z]\\d\\d(?:[\\s,]+[A-Z]\\d\\d)*)");

    private final Map<Integer, Set<String>> byLine = new HashMap<>();
    private final Set<String> everywhere = new HashSet<>();

    private Suppressions() {
    }

    /** @param always ids that are silenced whatever the text says */
    static Suppressions of(String text, Set<String> always) {
        Suppressions suppressions = new Suppressions();
        suppressions.everywhere.addAll(always);
        if (text.contains(MARK)) {
            int number = 0;
            for (String line : text.split("\n", -1)) {
                number++;
                if (line.contains(MARK)) {
                    suppressions.read(line, number);
                }
            }
        }
        return suppressions;
    }

    private void read(String line, int number) {
        Matcher matcher = COMMENT.matcher(line);
        if (!matcher.find()) {
            return;
        }
        Set<String> ids = Set.of(matcher.group(3).split("[\\s,]+"));
        if (matcher.group(2).equals("ignore-file")) {
            everywhere.addAll(ids);
            return;
        }
        byLine.computeIfAbsent(number, key -> new HashSet<>()).addAll(ids);
        if (line.substring(0, matcher.start()).isBlank()) {
            byLine.computeIfAbsent(number + 1, key -> new HashSet<>()).addAll(ids);
        }
    }

    List<Diagnostic> filter(List<Diagnostic> diagnostics) {
        return everywhere.isEmpty() && byLine.isEmpty() ? diagnostics
                : diagnostics.stream().filter(diagnostic -> !silenced(diagnostic)).toList();
    }

    private boolean silenced(Diagnostic diagnostic) {
        return !diagnostic.id().startsWith("S") && (everywhere.contains(diagnostic.id())
                || byLine.getOrDefault(diagnostic.line(), Set.of()).contains(diagnostic.id()));
    }
}
