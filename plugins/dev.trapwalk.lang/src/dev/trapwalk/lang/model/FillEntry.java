package dev.trapwalk.lang.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * An entry of {@code fill: [...]} as the capDL tool reads it (its fill_param): words between blanks and comments, up to the first
 * closing brace, wherever that stands. Quotes and opening brackets mean nothing, and comments begin only where a word could.
 *
 * @param words the words, as written
 * @param tight whether the brace follows the last word at once, as the tool wants it
 * @param end where the text goes on behind the closing brace
 */
public record FillEntry(List<String> words, boolean tight, int end) {
    private static final int END_OF_TEXT = -1;

    /** The entry that is the beginning of {@code text}, or null when it does not end. */
    public static FillEntry of(String text) {
        return at(i -> i < text.length() ? text.charAt(i) : END_OF_TEXT, 0);
    }

    /**
     * The entry whose opening brace stands at {@code open}, or null when it does not end.
     *
     * @param text the character at an offset, or a negative number behind the last
     */
    public static FillEntry at(IntUnaryOperator text, int open) {
        List<String> words = new ArrayList<>();
        int at = blanks(text, open + 1);
        boolean tight = false;
        while (at >= 0 && text.applyAsInt(at) != '}') {
            int end = wordEnd(text, at);
            StringBuilder word = new StringBuilder(end - at);
            for (int i = at; i < end; i++) {
                word.append((char) text.applyAsInt(i));
            }
            words.add(word.toString());
            at = blanks(text, end);
            tight = at == end;
        }
        return at < 0 ? null : new FillEntry(words, tight, at + 1);
    }

    /** Whether the entry whose opening brace stands at {@code open} is one that the tool goes on behind: a list's end or the next. */
    public static boolean isRead(IntUnaryOperator text, int open) {
        FillEntry entry = at(text, open);
        int next = entry == null ? END_OF_TEXT : blanks(text, entry.end);
        int after = next >= 0 && text.applyAsInt(next) == ',' ? blanks(text, next + 1) : END_OF_TEXT;
        return next >= 0 && text.applyAsInt(next) == ']' || after >= 0 && text.applyAsInt(after) == '{';
    }

    /** End of the word that begins at {@code start}: a blank, a closing brace or the end of the text. */
    public static int wordEnd(IntUnaryOperator text, int start) {
        int at = start;
        while (text.applyAsInt(at) >= 0 && text.applyAsInt(at) != '}' && !isBlank(text.applyAsInt(at))) {
            at++;
        }
        return at;
    }

    /** Whether a blank or a comment begins at {@code at}. */
    public static boolean isGap(IntUnaryOperator text, int at) {
        int c = text.applyAsInt(at);
        return isBlank(c) || c == '-' && text.applyAsInt(at + 1) == '-' || c == '/' && text.applyAsInt(at + 1) == '*';
    }

    /** The first character from {@code from} on that is in no blank and no comment; negative at the end of the text. */
    private static int blanks(IntUnaryOperator text, int from) {
        int at = from;
        while (at >= 0 && isGap(text, at)) {
            int c = text.applyAsInt(at);
            at = c == '-' ? lineEnd(text, at) : c == '/' ? commentEnd(text, at) : at + 1;
        }
        return at >= 0 && text.applyAsInt(at) >= 0 ? at : END_OF_TEXT;
    }

    private static int lineEnd(IntUnaryOperator text, int from) {
        int at = from;
        while (text.applyAsInt(at) >= 0 && text.applyAsInt(at) != '\n') {
            at++;
        }
        return at;
    }

    /** Comments in comments count. */
    private static int commentEnd(IntUnaryOperator text, int from) {
        int depth = 0;
        for (int at = from; text.applyAsInt(at) >= 0; at++) {
            if (text.applyAsInt(at) == '/' && text.applyAsInt(at + 1) == '*') {
                depth++;
                at++;
            } else if (text.applyAsInt(at) == '*' && text.applyAsInt(at + 1) == '/') {
                at++;
                if (--depth == 0) {
                    return at + 1;
                }
            }
        }
        return END_OF_TEXT;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c >= '\t' && c <= '\r' || c >= 0 && Character.getType(c) == Character.SPACE_SEPARATOR;
    }
}
