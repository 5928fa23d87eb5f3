package dev.trapwalk.lang.ide.syntax;

import dev.trapwalk.lang.parser.antlr.internal.InternalCapdlLexer;
import dev.trapwalk.lang.parser.antlr.internal.InternalWalkLexer;
import dev.trapwalk.lang.parsing.Letters;
import java.util.Arrays;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.eclipse.xtext.parser.antlr.Lexer;

/**
 * The tokens of a text without white space, by the lexer of the grammar. They are there at every keystroke, also while
 * the text makes no sense, and are what content assist, folding and formatting go by.
 */
public final class Tokens {

    /** What a token is. Keywords of capDL are names: nearly all of them may also be names of objects. */
    public enum Kind {
        NAME, NUMBER, STRING, COMMENT, SIGN
    }

    private static final Kind[] KINDS = Kind.values();

    private final String text;
    private int[] starts;
    private int[] ends;
    private byte[] kinds;
    private int size;

    private Tokens(String text) {
        this.text = text;
        int guess = Math.max(16, text.length() / 5);
        starts = new int[guess];
        ends = new int[guess];
        kinds = new byte[guess];
    }

    /** The tokens of {@code text}; {@code walk} says that it is a scenario. */
    public static Tokens of(String text, boolean walk) {
        Tokens tokens = new Tokens(text);
        Lexer lexer = walk ? new InternalWalkLexer() : new InternalCapdlLexer();
        lexer.setCharStream(new Letters(text));
        int space = walk ? InternalWalkLexer.RULE_WS : InternalCapdlLexer.RULE_WS;
        int number = walk ? InternalWalkLexer.RULE_INT : InternalCapdlLexer.RULE_INT;
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            if (token.getType() != space) {
                int start = ((CommonToken) token).getStartIndex();
                tokens.add(start, ((CommonToken) token).getStopIndex() + 1,
                        token.getType() == number ? Kind.NUMBER : kind(text, start));
            }
        }
        return tokens;
    }

    private static Kind kind(String text, int start) {
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

    private void add(int start, int end, Kind kind) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        kinds[size++] = (byte) kind.ordinal();
    }

    /** Number of tokens. */
    public int size() {
        return size;
    }

    /** Offset of token {@code i}. */
    public int start(int i) {
        return starts[i];
    }

    /** Offset behind token {@code i}. */
    public int end(int i) {
        return ends[i];
    }

    public Kind kind(int i) {
        return KINDS[kinds[i]];
    }

    /** The token as written. */
    public String text(int i) {
        return text.substring(starts[i], ends[i]);
    }

    /** Whether token {@code i} is written {@code word}. */
    public boolean is(int i, String word) {
        return i >= 0 && i < size && ends[i] - starts[i] == word.length() && text.startsWith(word, starts[i]);
    }

    /** The only character of token {@code i}, or 0 when it is longer or a name, a number, a comment. */
    public char sign(int i) {
        return i >= 0 && i < size && ends[i] - starts[i] == 1 && kind(i) == Kind.SIGN ? text.charAt(starts[i]) : 0;
    }

    /** Number of tokens that begin before {@code offset}. */
    public int before(int offset) {
        int found = Arrays.binarySearch(starts, 0, size, offset);
        return found >= 0 ? found : -found - 1;
    }

    /** The token that holds {@code offset} or ends there, or -1; of two that touch, the name or number. */
    public int at(int offset) {
        int i = before(offset + 1) - 1;
        if (i >= 0 && starts[i] == offset && kind(i) == Kind.SIGN && i > 0 && ends[i - 1] == offset) {
            i--;
        }
        return i >= 0 && offset <= ends[i] ? i : -1;
    }
}
