package dev.trapwalk.engine.session.expression;

import java.util.ArrayList;
import java.util.List;

import dev.trapwalk.engine.session.Messages;

/** Compiles texts; a text that is wrong gives an {@link ExpressionException} with its column. */
public final class Compiler {

    private Compiler() {
    }

    /** Compiles an expression of any type. */
    public static Expression expression(Scope scope, String text) {
        Node node = Parser.parse(scope, text);
        if (node.type() == null) {
            throw new ExpressionException(node.column(), Messages.get("expression.noSuchName", node.name()));
        }
        return new Expression(node.type(), node.word(), Texts.of(scope, node));
    }

    /** Compiles an expression that must be a truth value. */
    public static Expression condition(Scope scope, String text) {
        Node node = Parser.parse(scope, text);
        return new Expression(Type.BOOLEAN, Operators.truthOf(node), Texts.of(scope, node));
    }

    /** Compiles a text with expressions in braces. */
    public static Template template(Scope scope, String text) {
        List<TextFn> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == c;
            if (c != '{' && c != '}' || doubled) {
                plain.append(c);
                at += doubled && (c == '{' || c == '}') ? 1 : 0;
                continue;
            }
            int end = text.indexOf('}', at);
            if (c == '}' || end < 0) {
                throw new ExpressionException(at + 1, Messages.get("expression.openBrace"));
            }
            String literal = plain.toString();
            parts.add(env -> literal);
            plain.setLength(0);
            parts.add(part(scope, text.substring(at + 1, end), at + 1));
            at = end;
        }
        String rest = plain.toString();
        parts.add(env -> rest);
        return new Template(parts);
    }

    private static TextFn part(Scope scope, String text, int offset) {
        try {
            return Texts.of(scope, Parser.parse(scope, text));
        } catch (ExpressionException wrong) {
            throw new ExpressionException(wrong.column() + offset, wrong.getMessage());
        }
    }
}
