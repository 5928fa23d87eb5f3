package dev.trapwalk.lang.check;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

/**
 * Finds number tokens by their text. Looks at the text first, since the numbers wanted are rare and files are large, then
 * asks the node model whether the find is a number and no comment.
 */
final class NumberTokens {
    private static final int SHORTEST = 2;
    private static final Pattern NUMBER = Pattern.compile("\\d+|0[xX][0-9a-fA-F]+|0[oO][0-7]+");

    /** Reports one number. */
    interface Visitor {
        void visit(CheckContext context, INode node, String text);
    }

    private NumberTokens() {
    }

    /** Shows the numbers that are {@code wanted} to {@code visitor}. */
    static void visit(CheckContext context, Predicate<String> wanted, Visitor visitor) {
        String text = context.text();
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char first = text.charAt(i);
            if (first < '0' || first > '9' || i > 0 && isName(text.charAt(i - 1))) {
                continue;
            }
            int end = i + 1;
            while (end < length && isDigitOrX(text.charAt(end))) {
                end++;
            }
            if (end - i >= SHORTEST && (first == '0' || end - i > 9)) {
                String word = text.substring(i, end);
                if (wanted.test(word) && isNumber(word)) {
                    ILeafNode node = context.tree().leaf(i);
                    if (node != null && !node.isHidden() && context.tree().offset(node) == i && node.getText().equals(word)) {
                        visitor.visit(context, node, word);
                    }
                }
            }
            i = end - 1;
        }
    }

    /** Whether the whole text is a number of capDL. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '@' || c == '.';
    }

    private static boolean isDigitOrX(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' || c == 'x' || c == 'X' || c == 'o';
    }
}
