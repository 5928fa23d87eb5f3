package dev.trapwalk.lang.check;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

/**
 * Finds number tokens by their text: those that are long, or begin with zeros. Looks at the text first, and once for all checks,
 * since the numbers wanted are rare and files are large; then asks the node model whether the find is a number and no comment.
 */
final class NumberTokens {
    /** What is shorter fits into a word of any architecture. */
    private static final int LONG = 9;
    private static final Pattern NUMBER = Pattern.compile("\\d+|0[xX][0-9a-fA-F]+|0[oO][0-7]+");

    private final String text;
    /** Where the finds begin and end, in turns; null until somebody asks. */
    private int[] found;

    /** Reports one number. */
    interface Visitor {
        void visit(CheckContext context, INode node, String text);
    }

    NumberTokens(String text) {
        this.text = text;
    }

    /** Shows the numbers that are {@code wanted} to {@code visitor}. */
    void visit(CheckContext context, Predicate<String> wanted, Visitor visitor) {
        int[] places = found();
        for (int i = 0; i < places.length; i += 2) {
            int start = places[i];
            String word = text.substring(start, places[i + 1]);
            if (wanted.test(word) && isNumber(word)) {
                ILeafNode node = context.tree().leaf(start);
                if (node != null && !node.isHidden() && context.tree().offset(node) == start && node.getText().equals(word)) {
                    visitor.visit(context, node, word);
                }
            }
        }
    }

    private synchronized int[] found() {
        if (found == null) {
            found = find(text.toCharArray());
        }
        return found;
    }

    private static int[] find(char[] text) {
        int[] places = new int[64];
        int count = 0;
        for (int i = 0; i < text.length; i++) {
            char first = text[i];
            if (first < '0' || first > '9' || i > 0 && isName(text[i - 1])) {
                continue;
            }
            int end = i + 1;
            while (end < text.length && isDigitOrX(text[end])) {
                end++;
            }
            if (end - i >= LONG || first == '0' && end > i + 1 && isDigit(text[i + 1])) {
                places = count == places.length ? Arrays.copyOf(places, 2 * count) : places;
                places[count++] = i;
                places[count++] = end;
            }
            i = end - 1;
        }
        return Arrays.copyOf(places, count);
    }

    /** Whether the whole text is a number of capDL. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '@' || c == '.';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isDigitOrX(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' || c == 'x' || c == 'X' || c == 'o';
    }
}
