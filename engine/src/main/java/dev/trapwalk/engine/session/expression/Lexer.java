package dev.trapwalk.engine.session.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.trapwalk.engine.session.Messages;

/** Cuts an expression's text into tokens. */
final class Lexer {

    private static final List<String> SIGNS = List.of("||", "&&", "==", "!=", "<=", ">=", "<<", ">>", "|", "^", "&",
            "<",
            ">", "+", "-", "*", "/", "%", "!", "~", "(", ")", "[", "]", ".", ",");

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        List<Token> tokens = new ArrayList<>();
        do {
            tokens.add(lexer.next());
        } while (tokens.get(tokens.size() - 1).kind() != Token.Kind.END);
        return tokens;
    }

    private Token next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        int start = at;
        if (at == text.length()) {
            return new Token(Token.Kind.END, "", 0, start + 1);
        }
        char c = text.charAt(at);
        if (Character.isDigit(c)) {
            return number(start);
        }
        if (Character.isJavaIdentifierStart(c)) {
            while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
                at++;
            }
            return new Token(Token.Kind.NAME, text.substring(start, at), 0, start + 1);
        }
        if (c == '"') {
            return string(start);
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return new Token(Token.Kind.SIGN, sign, 0, start + 1);
            }
        }
        throw new ExpressionException(start + 1, Messages.get("expression.badCharacter", c));
    }

    private Token number(int start) {
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        String digits = text.substring(start, at).toLowerCase(Locale.ROOT);
        try {
            long value = digits.startsWith("0x") ? Long.parseUnsignedLong(digits.substring(2), 16)
                    : digits.startsWith("0b") ? Long.parseUnsignedLong(digits.substring(2), 2)
                    : Long.parseUnsignedLong(digits);
            return new Token(Token.Kind.NUMBER, digits, value, start + 1);
        } catch (NumberFormatException notANumber) {
            throw new ExpressionException(start + 1, Messages.get("expression.badNumber", digits));
        }
    }

    private Token string(int start) {
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
            throw new ExpressionException(start + 1, Messages.get("expression.openString"));
        }
        at = end + 1;
        return new Token(Token.Kind.STRING, text.substring(start + 1, end), 0, start + 1);
    }
}
