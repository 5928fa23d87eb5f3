package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.NameRef;
import dev.trapwalk.lang.check.CheckContext.Fix;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * E26: names and blanks with characters that the tool knows not as such. It takes a letter of any script first, then also its digits
 * and other numbers, '-', '_', '@' and '.'. Looks at the text first: nearly all names are plain.
 */
final class NameCharacters implements Check {
    /** Blank for Unicode and for us, but not for Haskell: next line, line and paragraph separators, byte order mark. */
    private static final String BLANKS = "\u0085\u2028\u2029\uFEFF";

    @Override
    public String id() {
        return "E26";
    }

    @Override
    public void check(CheckContext context) {
        String text = context.text();
        names(context, text);
        for (int i = 0; i < BLANKS.length(); i++) {
            for (int at = text.indexOf(BLANKS.charAt(i)); at >= 0; at = text.indexOf(BLANKS.charAt(i), at + 1)) {
                ILeafNode leaf = context.tree().leaf(at);
                if (leaf != null && isToken(leaf, "WS") && !Comments.inProgram(leaf)) {
                    context.report(Severity.WARNING, at, 1, Fix.replace(at == 0 ? "" : " "), "E26.blank",
                            String.format("U+%04X", (int) text.charAt(at)));
                }
            }
        }
    }

    private static void names(CheckContext context, String text) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '_' && c <= 127 || !isPart(c)) {
                continue;
            }
            int start = i;
            while (start > 0 && isPart(text.charAt(start - 1))) {
                start--;
            }
            boolean plain = isLetter(text.charAt(start));
            while (i < text.length() && isPart(text.charAt(i))) {
                plain &= text.charAt(i++) <= 127;
            }
            if (!plain) {
                name(context, start, text.substring(start, i), seen);
            }
        }
    }

    /** A name that is no name of the tool, once; what a mark on several of its places would say is the same. */
    private static void name(CheckContext context, int start, String word, Set<String> seen) {
        boolean begins = Character.isLetter(word.codePointAt(0));
        int wrong = word.codePoints().filter(c -> !isToolPart(c)).findFirst().orElse(-1);
        if (begins && wrong < 0 || seen.contains(word)) {
            return;
        }
        ILeafNode leaf = context.tree().leaf(start);
        if (leaf != null && isToken(leaf, "ID") && leaf.getText().equals(word) && !Comments.inProgram(leaf)
                && NodeModelUtils.findActualSemanticObjectFor(leaf) instanceof NameRef) {
            seen.add(word);
            context.report(Severity.WARNING, leaf, Fix.NONE, begins ? "E26.nameCharacter" : "E26.name", word,
                    wrong < 0 ? "" : Character.toString(wrong));
        }
    }

    private static boolean isToolPart(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Character.isLetter(c) || c == '-' || c == '_' || c == '@' || c == '.';
        };
    }

    private static boolean isPart(char c) {
        return isLetter(c) || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '@' || c == '.'
                || c > 127 && !Character.isSpaceChar(c) && BLANKS.indexOf(c) < 0;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isToken(ILeafNode leaf, String rule) {
        return leaf.getGrammarElement() instanceof RuleCall call && call.getRule().getName().equals(rule)
                || leaf.getGrammarElement() instanceof TerminalRule terminal && terminal.getName().equals(rule);
    }
}
