package dev.trapwalk.engine.session.script;

import java.util.Set;
import java.util.TreeSet;

import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.HitCount;
import dev.trapwalk.engine.session.breakpoint.Location;

/**
 * Breakpoints as one line of words: id, location, then clauses {@code if 'condition'}, {@code hits '>= 3'},
 * {@code in client,server}, {@code ignore 'condition'}, {@code log 'message'}, {@code after otherId}, {@code disabled}.
 */
public final class BreakpointText {

    private static final Set<String> CLAUSES = Set.of("if", "hits", "in", "ignore", "log", "after", "disabled");

    private BreakpointText() {
    }

    static boolean isClause(String word) {
        return CLAUSES.contains(word);
    }

    /** Reads what {@link #write} writes; a {@link ScriptException} says what is wrong. */
    public static Breakpoint read(String line) {
        return read(new Words(line));
    }

    static Breakpoint read(Words words) {
        String id = words.next("id");
        Location location = LocationText.read(words);
        Breakpoint breakpoint = Breakpoint.at(id, location);
        while (words.hasNext()) {
            String clause = words.next("clause");
            breakpoint = switch (clause) {
                case "if" -> breakpoint.when(words.next("condition"));
                case "hits" -> breakpoint.onHit(hits(words.next("hit count")));
                case "in" -> breakpoint.inThreads(Set.of(words.next("threads").split(",")));
                case "ignore" -> breakpoint.ignoredWhile(words.next("condition"));
                case "log" -> breakpoint.logging(words.next("message"));
                case "after" -> breakpoint.armedBy(words.next("id"));
                case "disabled" -> breakpoint.withEnabled(false);
                default -> throw new ScriptException(Messages.get("script.noSuchClause", clause));
            };
        }
        return breakpoint;
    }

    private static HitCount hits(String text) {
        return HitCount.parse(text).orElseThrow(() -> new ScriptException(Messages.get("script.badHits", text)));
    }

    /** One line from which the same breakpoint can be read. */
    public static String write(Breakpoint breakpoint) {
        StringBuilder line = new StringBuilder(Words.quote(breakpoint.id())).append(' ')
                .append(LocationText.write(breakpoint.location()));
        clause(line, "if", breakpoint.condition());
        clause(line, "hits", breakpoint.hitCount().toString());
        clause(line, "in", String.join(",", new TreeSet<>(breakpoint.threads())));
        clause(line, "ignore", breakpoint.ignoreWhile());
        clause(line, "log", breakpoint.logMessage());
        clause(line, "after", breakpoint.trigger());
        return breakpoint.enabled() ? line.toString() : line.append(" disabled").toString();
    }

    private static void clause(StringBuilder line, String word, String text) {
        if (!text.isEmpty()) {
            line.append(' ').append(word).append(' ').append(Words.quote(text));
        }
    }
}
