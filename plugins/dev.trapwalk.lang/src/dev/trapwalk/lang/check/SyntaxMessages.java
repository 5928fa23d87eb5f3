package dev.trapwalk.lang.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;

/** Puts the parser's messages into the words of someone who writes capDL. */
final class SyntaxMessages {

    /** A form of message of the ANTLR runtime, and the key of ours; group 1 is what was found, 2 what was expected. */
    private record Form(Pattern pattern, String key) {
    }

    private static final List<Form> FORMS = List.of(
            new Form(Pattern.compile("mismatched input (.*) expecting (.*)"), "syntax.expected"),
            new Form(Pattern.compile("extraneous input (.*) expecting (.*)"), "syntax.extraneous"),
            new Form(Pattern.compile("missing (?<expected>.*) at (?<found>.*)"), "syntax.missing"),
            new Form(Pattern.compile("no viable alternative at (?:input|character) (.*)"), "syntax.unexpected"),
            new Form(Pattern.compile("required \\(\\.\\.\\.\\)\\+ loop did not match anything at input (.*)"),
                    "syntax.unexpected"),
            new Form(Pattern.compile("mismatched character (.*) expecting .*"), "syntax.unfinished"));

    private SyntaxMessages() {
    }

    /** The message for a syntax error, with what was expected at its place where that is known. */
    static String of(INode node) {
        String message = node.getSyntaxErrorMessage().getMessage();
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(message);
            if (matcher.matches()) {
                boolean missing = form.key().equals("syntax.missing");
                String found = word(missing ? matcher.group("found") : matcher.group(1));
                String expected = matcher.groupCount() < 2 ? "" : word(missing ? matcher.group("expected") : matcher.group(2));
                return Messages.format(form.key(), found, expected) + hint(node, form.key());
            }
        }
        return message;
    }

    /** Key of the message for a token that fits nowhere. */
    static String stray(INode token) {
        return switch (token.getText().strip()) {
            case "(" -> "syntax.stray.parenthesis";
            case "=" -> "syntax.stray.equals";
            default -> "syntax.stray";
        };
    }

    private static String word(String token) {
        return switch (token) {
            case "RULE_ID" -> Messages.format("syntax.name");
            case "RULE_INT" -> Messages.format("syntax.number");
            case "RULE_STRING" -> Messages.format("syntax.string");
            case "EOF", "<EOF>", "'<EOF>'" -> Messages.format("syntax.end");
            default -> token;
        };
    }

    private static String hint(INode node, String key) {
        EObject element = node.getSemanticElement();
        String hint = element == null || !key.equals("syntax.unexpected") ? null
                : Messages.optional("syntax.in." + element.eClass().getName());
        return hint == null ? "" : " " + hint;
    }
}
