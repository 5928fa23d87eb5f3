package dev.trapwalk.lang.tree;

import dev.trapwalk.lang.model.FillEntry;

/**
 * Goes through a text by blanks, comments, names and brackets, many times faster than the lexer. Knows ASCII outside of
 * comments and strings; whatever else there is makes it give up with -1, never guess. All methods take -1 for -1.
 */
final class TextScanner {
    private static final int DEEPEST = 64;

    private final String whole;
    private final char[] text;
    private final int length;
    private final char[] awaited = new char[DEEPEST];

    TextScanner(String text) {
        this.whole = text;
        this.text = text.toCharArray();
        this.length = text.length();
    }

    boolean is(int at, char c) {
        return at >= 0 && at < length && text[at] == c;
    }

    private int letter(int at) {
        return at < length ? text[at] : -1;
    }

    boolean isOpening(int at) {
        return is(at, '{') || is(at, '(') || is(at, '[');
    }

    /** The first character from {@code from} on that is no blank and no comment; -1 in a comment that does not end. */
    int blanks(int from) {
        int at = from;
        while (at >= 0 && at < length) {
            char c = text[at];
            if (c == ' ' || c >= '\t' && c <= '\r') {
                at++;
            } else if (c == '#' || c == '-' && is(at + 1, '-') || c == '/' && is(at + 1, '/')) {
                at = lineEnd(at);
            } else if (c == '/' && is(at + 1, '*')) {
                at = commentEnd(at);
            } else {
                return at;
            }
        }
        return at;
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < length && text[at] != '\n' && text[at] != '\r') {
            at++;
        }
        return at;
    }

    /** Comments in comments count. */
    private int commentEnd(int from) {
        int depth = 0;
        for (int at = from; at + 1 < length; at++) {
            if (text[at] == '/' && text[at + 1] == '*') {
                depth++;
                at++;
            } else if (text[at] == '*' && text[at + 1] == '/') {
                at++;
                if (--depth == 0) {
                    return at + 1;
                }
            }
        }
        return -1;
    }

    /** End of the name at {@code start}, which is {@code start} when there is none. */
    int name(int start) {
        if (start < 0 || start >= length || !isLetter(text[start])) {
            return start;
        }
        int at = start + 1;
        while (at < length && isPart(text[at])) {
            at++;
        }
        // A letter of another alphabet may go on with the name: what ends here is then not a name of its own.
        return at < length && text[at] > 127 ? start : at;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isPart(char c) {
        return isLetter(c) || isDigit(c) || c == '-' || c == '@' || c == '.';
    }

    /** End of the token at {@code start}, whatever it is. */
    int token(int start) {
        char c = text[start];
        if (c > 127) {
            return -1;
        }
        if (isDigit(c)) {
            return number(start);
        }
        if (c == '"') {
            return string(start);
        }
        int name = name(start);
        return name > start ? name : isLetter(c) ? -1 : start + 1;
    }

    /** Numbers may go over into names: {@code 2_frames}. */
    private int number(int start) {
        boolean zero = is(start, '0');
        int at = start;
        if (zero && (is(start + 1, 'x') || is(start + 1, 'X')) && digits(start + 2, 16) > start + 2) {
            at = digits(start + 2, 16);
        } else if (zero && (is(start + 1, 'o') || is(start + 1, 'O')) && digits(start + 2, 8) > start + 2) {
            return digits(start + 2, 8);
        } else {
            at = digits(start, 10);
        }
        return is(at, '_') ? unsure(at, name(at)) : at;
    }

    private int digits(int start, int radix) {
        int at = start;
        while (at < length && digit(text[at]) < radix) {
            at++;
        }
        return at;
    }

    private static int digit(char c) {
        return isDigit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : 16;
    }

    private static int unsure(int start, int end) {
        return end == start ? -1 : end;
    }

    private int string(int start) {
        int end = lineEnd(start);
        int quote = start + 1;
        while (quote < end && text[quote] != '"') {
            quote++;
        }
        return quote == end ? start + 1 : quote + 1;
    }

    /**
     * What follows the bracket that closes the one at {@code opening}; -1 when there is none, when brackets do not match, or
     * when a section begins inside.
     *
     * @param braces whether there may be braces inside
     */
    int closing(int opening, boolean braces) {
        if (opening < 0) {
            return -1;
        }
        int depth = 0;
        int at = opening;
        while (at >= 0 && at < length) {
            char c = text[at];
            if (c == '{' && depth > 0 && awaited[depth - 1] == ']' && FillEntry.isRead(this::letter, at)) {
                at = FillEntry.at(this::letter, at).end();
            } else if (c == '{' && (braces || at == opening) || c == '(' || c == '[') {
                if (depth == DEEPEST) {
                    return -1;
                }
                awaited[depth++] = c == '(' ? ')' : (char) (c + 2);
                at++;
            } else if (c == '}' || c == ')' || c == ']') {
                if (awaited[--depth] != c) {
                    return -1;
                }
                at++;
                if (depth == 0) {
                    return at;
                }
            } else if (c == '{') {
                return -1;
            } else {
                int end = token(at);
                if (end > at && Block.of(whole, at, end) != null) {
                    return -1;
                }
                at = end;
            }
            at = blanks(at);
        }
        return -1;
    }
}
