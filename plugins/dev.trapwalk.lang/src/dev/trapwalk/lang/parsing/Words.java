package dev.trapwalk.lang.parsing;

import dev.trapwalk.lang.parser.antlr.internal.InternalCapdlLexer;
import java.util.Arrays;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenSource;
import org.antlr.runtime.TokenStream;

/**
 * The tokens of a text without blanks and comments, as numbers: their types, and where they begin and end. The parser asks what a
 * {@link Token} says as soon as it has taken it, and then only whether there was one: a token of each type does for a file.
 * Serves one text after the other.
 */
final class Words extends Cursor implements TokenStream {
    private static final int FEW = 512;
    private static final int MOST_KEPT = 1 << 16;

    private final Reader lexer = new Reader();
    private String text = "";
    private int[] types = new int[FEW];
    private int[] starts = new int[FEW];
    private int[] ends = new int[FEW];
    private int count;
    private Word[] words = new Word[64];
    private String lastText = "";

    /** The lexer, which says what it has read instead of making a token of it. */
    private static final class Reader extends LayoutLexer {

        /** Type of the next token, which is read. */
        int next() throws RecognitionException {
            mTokens();
            return state.type;
        }
    }

    /** A token that cuts itself out of the text when somebody asks what it says. */
    private final class Word extends CommonToken {
        private static final long serialVersionUID = 1;

        Word(int type) {
            super(type);
        }

        Word at(int newStart, int newEnd) {
            start = newStart;
            stop = newEnd - 1;
            return this;
        }

        @Override
        public String getText() {
            lastText = Words.this.text.substring(start, stop + 1);
            return lastText;
        }
    }

    /** Reads the tokens of {@code newText}, and stands before the first of them. */
    void read(String newText) throws RecognitionException {
        text = newText;
        count = 0;
        at = 0;
        Letters letters = new Letters(newText);
        lexer.setCharStream(letters);
        letters.skipBlanks();
        while (letters.index() < letters.size()) {
            int start = letters.index();
            add(lexer.next(), start, letters.index());
            letters.skipBlanks();
        }
    }

    private void add(int type, int start, int end) {
        if (isHidden(type)) {
            return;
        }
        if (count == types.length) {
            types = Arrays.copyOf(types, 2 * count);
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        types[count] = type;
        starts[count] = start;
        ends[count++] = end;
    }

    private static boolean isHidden(int type) {
        return switch (type) {
            case InternalCapdlLexer.RULE_WS, InternalCapdlLexer.RULE_SL_COMMENT, InternalCapdlLexer.RULE_ML_COMMENT,
                    InternalCapdlLexer.RULE_SLASH_COMMENT, InternalCapdlLexer.RULE_PREPROCESSOR -> true;
            default -> false;
        };
    }

    /** Lets go of the text, and of the room that a very long one took. */
    void clear() {
        text = "";
        count = 0;
        if (types.length > MOST_KEPT) {
            types = new int[FEW];
            starts = new int[FEW];
            ends = new int[FEW];
        }
        lexer.setCharStream(null);
    }

    /** Where token {@code index} begins. */
    int start(int index) {
        return starts[index];
    }

    /** Where token {@code index} ends; 0 before the first. */
    int end(int index) {
        return index < 0 ? 0 : ends[index];
    }

    /** What the token said that was asked last. */
    String lastText() {
        return lastText;
    }

    /** What stands from {@code start} to {@code end}. */
    String text(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public int LA(int i) {
        int index = i > 0 ? at + i - 1 : at + i;
        return index >= 0 && index < count ? types[index] : Token.EOF;
    }

    @Override
    public Token LT(int i) {
        int index = i > 0 ? at + i - 1 : at + i;
        return index >= 0 && index < count ? get(index) : Token.EOF_TOKEN;
    }

    @Override
    public Token get(int index) {
        int type = types[index];
        if (type >= words.length) {
            words = Arrays.copyOf(words, 2 * type);
        }
        if (words[type] == null) {
            words[type] = new Word(type);
        }
        return words[type].at(starts[index], ends[index]);
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public TokenSource getTokenSource() {
        return lexer;
    }

    @Override
    public String toString(int first, int last) {
        return text(starts[first], ends[last]);
    }

    @Override
    public String toString(Token first, Token last) {
        return text(((CommonToken) first).getStartIndex(), ((CommonToken) last).getStopIndex() + 1);
    }
}
