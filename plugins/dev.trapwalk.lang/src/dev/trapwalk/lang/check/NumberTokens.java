package dev.trapwalk.lang.check;

import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * Finds number tokens that are long or start with a zero. Looks at the text first, since such tokens are rare and files
 * are large, then asks the node model whether the find is a number and no comment.
 */
final class NumberTokens {
    private static final int LONG = 9;

    /** Looks at one number. */
    interface Visitor {
        void visit(CheckContext context, INode node, String text);
    }

    private NumberTokens() {
    }

    static void visit(CheckContext context, Visitor visitor) {
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
            boolean zero = first == '0' && end > i + 1 && text.charAt(i + 1) >= '0' && text.charAt(i + 1) <= '9';
            if (zero || end - i > LONG) {
                ILeafNode node = NodeModelUtils.findLeafNodeAtOffset(context.root(), i);
                if (node != null && !node.isHidden() && node.getOffset() == i && isNumber(node.getText())) {
                    visitor.visit(context, node, node.getText());
                }
            }
            i = end - 1;
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d+|0[xX][0-9a-fA-F]+|0[oO][0-7]+");
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '@' || c == '.';
    }

    private static boolean isDigitOrX(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' || c == 'x' || c == 'X' || c == 'o';
    }
}
