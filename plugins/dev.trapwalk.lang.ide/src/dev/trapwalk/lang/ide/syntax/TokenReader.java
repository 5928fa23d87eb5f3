package dev.trapwalk.lang.ide.syntax;

import dev.trapwalk.lang.ide.syntax.Tokens.Kind;
import dev.trapwalk.lang.parser.antlr.internal.InternalCapdlLexer;
import dev.trapwalk.lang.parser.antlr.internal.InternalWalkLexer;
import dev.trapwalk.lang.parsing.Letters;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.eclipse.xtext.parser.antlr.Lexer;

/** Reads tokens with the grammar's lexer, from some place of a text on, and says of which kind each is. */
final class TokenReader {
    private final String text;
    private final Lexer lexer;
    private final int space;
    private final int number;

    /** Is told of the tokens in their order. */
    interface Taker {
        /** Takes a token; returns whether to go on. */
        boolean take(int start, int end, Kind kind);
    }

    /** @param from where a token or white space begins */
    TokenReader(String text, boolean walk, int from) {
        this.text = text;
        lexer = walk ? new InternalWalkLexer() : new InternalCapdlLexer();
        space = walk ? InternalWalkLexer.RULE_WS : InternalCapdlLexer.RULE_WS;
        number = walk ? InternalWalkLexer.RULE_INT : InternalCapdlLexer.RULE_INT;
        Letters letters = new Letters(text);
        letters.seek(from);
        lexer.setCharStream(letters);
    }

    /** Reads until nobody wants more or nothing is left. */
    void read(Taker taker) {
        boolean on = true;
        for (Token token = lexer.nextToken(); on && token.getType() != Token.EOF; token = on ? lexer.nextToken() : token) {
            if (token.getType() != space) {
                int start = ((CommonToken) token).getStartIndex();
                on = taker.take(start, ((CommonToken) token).getStopIndex() + 1,
                        token.getType() == number ? Kind.NUMBER : kind(start));
            }
        }
    }

    private Kind kind(int start) {
        char first = text.charAt(start);
        char second = start + 1 < text.length() ? text.charAt(start + 1) : ' ';
        if (first == '"') {
            return Kind.STRING;
        }
        if (first == '#' || first == '-' && second == '-' || first == '/' && (second == '*' || second == '/')) {
            return Kind.COMMENT;
        }
        return Character.isLetterOrDigit(first) || first == '_' ? Kind.NAME : Kind.SIGN;
    }
}
