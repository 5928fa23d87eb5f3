package dev.trapwalk.lang.parsing;

import dev.trapwalk.lang.model.FillEntry;
import java.util.function.IntUnaryOperator;
import org.antlr.runtime.CharStream;

/**
 * Knows of a lexer whether it stands in an entry of {@code fill: [...]}, which is text of its own: a quote or a brace in there
 * opens nothing. What the tool could not go on behind is none, and is read like all else: so a mistake there is found there.
 */
final class FillLists {
    private static final String KEY = "fill";

    private enum State {
        ELSEWHERE, KEY, COLON, LIST, ENTRY, BEHIND_ENTRY
    }

    private State state = State.ELSEWHERE;

    /** Begins with another text. */
    void reset() {
        state = State.ELSEWHERE;
    }

    /** Reads the word that {@code input} stands before; returns whether there is one, which no other rule may read. */
    boolean word(CharStream input) {
        if (state != State.ENTRY || input.LA(1) == '}') {
            return false;
        }
        IntUnaryOperator text = from(input);
        if (FillEntry.isGap(text, 0)) {
            return false;
        }
        for (int left = FillEntry.wordEnd(text, 0); left > 0; left--) {
            input.consume();
        }
        return true;
    }

    /** Takes note of the token from {@code start} to where {@code input} stands now. */
    void passed(CharStream input, int start) {
        int length = input.index() - start;
        int first = input.LA(-length);
        if (state == State.ELSEWHERE) {
            if (length == KEY.length() && first == 'f' && input.substring(start, input.index() - 1).equals(KEY)) {
                state = State.KEY;
            }
        } else if (!FillEntry.isGap(i -> i < length ? input.LA(i - length) : CharStream.EOF, 0)) {
            state = next(input, length == 1 ? first : 0);
        }
    }

    private State next(CharStream input, int sign) {
        return switch (state) {
            case KEY -> sign == ':' ? State.COLON : State.ELSEWHERE;
            case COLON -> sign == '[' ? State.LIST : State.ELSEWHERE;
            case LIST -> sign == '{' && FillEntry.isRead(from(input), -1) ? State.ENTRY : State.ELSEWHERE;
            case ENTRY -> sign == '}' ? State.BEHIND_ENTRY : State.ENTRY;
            case BEHIND_ENTRY -> sign == ',' ? State.LIST : State.ELSEWHERE;
            case ELSEWHERE -> State.ELSEWHERE;
        };
    }

    /** The characters that are still to be read. */
    private static IntUnaryOperator from(CharStream input) {
        return i -> input.LA(i + 1);
    }
}
