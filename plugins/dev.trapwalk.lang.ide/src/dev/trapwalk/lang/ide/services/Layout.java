package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.syntax.Frame.Kind;
import dev.trapwalk.lang.ide.syntax.Syntax;
import dev.trapwalk.lang.ide.syntax.Tokens;
import java.util.ArrayDeque;
import java.util.Deque;

/** The white space that belongs before each token. Asked for one token after the other. */
final class Layout {
    private final TextSnapshot text;
    private final Tokens tokens;
    private final Syntax syntax;
    private final String unit;
    /** For each open brace whether its block stays on one line. */
    private final Deque<Boolean> flat = new ArrayDeque<>();

    Layout(TextSnapshot text, String unit) {
        this.text = text;
        this.tokens = text.tokens();
        this.syntax = text.syntax();
        this.unit = unit;
    }

    /** The white space before token {@code i}, or null to leave it as it is. */
    String gap(int i) {
        char sign = tokens.sign(i);
        if (isRaw(i)) {
            return null;
        }
        if (sign == '}' && !flat.isEmpty()) {
            boolean inline = flat.pop();
            return tokens.sign(i - 1) == '{' ? "" : inline ? " " : line(0);
        }
        String gap = before(i);
        if (sign == '{') {
            flat.push(isFlat(i));
        }
        return gap;
    }

    /** Inside of a fill entry blanks are part of the text. */
    private boolean isRaw(int i) {
        return syntax.level(i) == Kind.LIST;
    }

    private String before(int i) {
        if (i == 0) {
            return "";
        }
        int written = lines(i);
        if (tokens.kind(i) == Tokens.Kind.COMMENT) {
            return written > 0 ? line(kept(written)) : tokens.sign(i - 1) == 0 ? "  " : " ";
        }
        boolean afterComment = tokens.kind(i - 1) == Tokens.Kind.COMMENT;
        if (afterComment && written > 0) {
            return line(kept(written));
        }
        boolean inline = !flat.isEmpty() && flat.peek();
        if (tokens.sign(i - 1) == '{') {
            return inline ? " " : line(0);
        }
        if (tokens.is(i, "maps") && tokens.is(i - 1, "irq") && written == 0) {
            return " ";
        }
        if (syntax.isItem(i) && !inline && !isName(i)) {
            return line(kept(written));
        }
        if (written > 0 && !inline && syntax.level(i) != Kind.FILE && isContinuation(i)) {
            return line(0) + unit;
        }
        return Spacing.blank(tokens, syntax, i) ? " " : "";
    }

    /** The name after 'arch' or 'program' stays beside it. */
    private boolean isName(int i) {
        return syntax.level(i) == Kind.FILE && (tokens.is(i - 1, "arch") || tokens.is(i - 1, "program"));
    }

    /** Whether a line break that a person made inside of an item is kept: only where a list goes on. */
    private boolean isContinuation(int i) {
        return tokens.sign(i - 1) == ',' && (syntax.level(i) == Kind.OBJECT_PARAMS || syntax.level(i) == Kind.ARGUMENTS
                || syntax.level(i) == Kind.CAP_PARAMS);
    }

    /** Of several empty lines one is kept. */
    private static int kept(int written) {
        return written > 1 ? 1 : 0;
    }

    private boolean isFlat(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.sign(i) == '{' ? 1 : tokens.sign(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return text.lines().line(tokens.start(open)) == text.lines().line(tokens.start(i));
            }
            if (text.lines().line(tokens.start(open)) != text.lines().line(tokens.start(i))) {
                return false;
            }
        }
        return false;
    }

    private String line(int blank) {
        return "\n".repeat(blank + 1) + unit.repeat(flat.size());
    }

    /** Line ends between token {@code i} and the one before. */
    private int lines(int i) {
        return text.lines().line(tokens.start(i)) - text.lines().line(Math.max(tokens.end(i - 1) - 1, 0));
    }
}
