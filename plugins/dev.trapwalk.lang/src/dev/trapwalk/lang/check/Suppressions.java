package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Diagnostic;
import dev.trapwalk.lang.tree.Lines;
import java.util.Arrays;
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
            Lines lines = new Lines(text);
            Set<String> carried = new HashSet<>();
            for (int line = 0; line < lines.count(); line++) {
                carried = suppressions.read(text.substring(lines.start(line), lines.start(line + 1)), line + 1, carried);
            }
        }
        return suppressions;
    }

    /**
     * Reads one line.
     *
     * @param carried what comments that stand alone in the lines before say about this one
     * @return what is to be said about the next one: several such comments in a row are all about what follows them
     */
    private Set<String> read(String line, int number, Set<String> carried) {
        Matcher matcher = line.contains(MARK) ? COMMENT.matcher(line) : null;
        boolean found = matcher != null && matcher.find();
        Set<String> ids = found ? new HashSet<>(Arrays.asList(matcher.group(3).split("[\\s,]+"))) : new HashSet<>();
        boolean alone = found && line.substring(0, matcher.start()).isBlank();
        if (found && matcher.group(2).equals("ignore-file")) {
            everywhere.addAll(ids);
            return alone ? carried : Set.of();
        }
        ids.addAll(carried);
        if (!ids.isEmpty()) {
            byLine.put(number, ids);
        }
        return alone ? ids : Set.of();
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
