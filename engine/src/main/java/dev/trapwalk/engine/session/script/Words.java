package dev.trapwalk.engine.session.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.trapwalk.engine.session.Messages;

/** A line cut into words: at spaces, and in single quotes where a word has some itself ({@code ''} is one quote). */
final class Words {

    private final List<String> words = new ArrayList<>();
    private int at;

    Words(String line) {
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\'' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '\'') {
                word.append(c);
                i++;
            } else if (c == '\'') {
                quoted = !quoted;
                any = true;
            } else if (c == ' ' && !quoted) {
                end(word, any);
                any = false;
            } else {
                word.append(c);
            }
        }
        if (quoted) {
            throw new ScriptException(Messages.get("script.openQuote"));
        }
        end(word, any);
    }

    private void end(StringBuilder word, boolean quoted) {
        if (word.length() > 0 || quoted) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** The text as one word, in quotes if it needs them. */
    static String quote(String text) {
        return text.isEmpty() || text.contains(" ") || text.contains("'") ? "'" + text.replace("'", "''") + "'" : text;
    }

    boolean hasNext() {
        return at < words.size();
    }

    /** The next word, which must be there. */
    String next(String what) {
        if (!hasNext()) {
            throw new ScriptException(Messages.get("script.missing", what));
        }
        return words.get(at++);
    }

    Optional<String> peek() {
        return hasNext() ? Optional.of(words.get(at)) : Optional.empty();
    }

    /** Takes the next word if it is this one. */
    boolean accept(String word) {
        if (peek().filter(word::equals).isPresent()) {
            at++;
            return true;
        }
        return false;
    }

    /** The next word as a number, decimal or with 0x. */
    long number(String what) {
        String word = next(what);
        try {
            return word.startsWith("0x") ? Long.parseUnsignedLong(word.substring(2), 16) : Long.parseLong(word);
        } catch (NumberFormatException notANumber) {
            throw new ScriptException(Messages.get("script.notANumber", what, word));
        }
    }

    /** All words that are left, joined by spaces. */
    String rest() {
        String rest = String.join(" ", words.subList(at, words.size()));
        at = words.size();
        return rest;
    }

    /** Checks that nothing is left. */
    void end() {
        if (hasNext()) {
            throw new ScriptException(Messages.get("script.tooMuch", words.get(at)));
        }
    }
}
