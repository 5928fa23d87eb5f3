package dev.trapwalk.debug.core.csource;

import java.util.ArrayList;
import java.util.List;

/** Lines of a C file with comments and the contents of literals made blank, so that what is left is code. */
final class CText {

    private CText() {
    }

    /** The lines; line n of the file is element n - 1. */
    static List<String> code(String text) {
        StringBuilder code = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (text.startsWith("//", i)) {
                i = skip(text, i, lineEnd(text, i), code);
            } else if (text.startsWith("/*", i)) {
                int end = text.indexOf("*/", i + 2);
                i = skip(text, i, end < 0 ? text.length() : end + 2, code);
            } else if (c == '"' || c == '\'') {
                i = skip(text, i, literalEnd(text, i), code);
            } else {
                code.append(c);
                i++;
            }
        }
        return new ArrayList<>(code.toString().lines().toList());
    }

    private static int skip(String text, int from, int to, StringBuilder code) {
        for (int i = from; i < to; i++) {
            code.append(text.charAt(i) == '\n' ? '\n' : ' ');
        }
        return to;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** Behind the closing quote; literals do not go over lines. */
    private static int literalEnd(String text, int from) {
        char quote = text.charAt(from);
        for (int i = from + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i + 1;
            }
        }
        return Math.min(lineEnd(text, from), text.length());
    }
}
