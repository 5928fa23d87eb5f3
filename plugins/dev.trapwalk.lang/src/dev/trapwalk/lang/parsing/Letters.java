package dev.trapwalk.lang.parsing;

import org.antlr.runtime.CharStream;

/**
 * The characters of a text, for whoever reads the tokens of a whole text: the lexers ask for each character several times, which
 * takes nearly twice as long where they meet streams of different kinds. Counts no lines: nobody asks for them.
 */
public final class Letters extends Cursor implements CharStream {
    private final String text;
    private final char[] letters;

    /** The characters of {@code text}, from its beginning. */
    public Letters(String text) {
        this.text = text;
        this.letters = text.toCharArray();
    }

    /** Goes past blanks: whatever comes next, none of them is part of it. */
    void skipBlanks() {
        while (at < letters.length && (letters[at] == ' ' || letters[at] >= '\t' && letters[at] <= '\r')) {
            at++;
        }
    }

    @Override
    public int LA(int i) {
        int index = i > 0 ? at + i - 1 : at + i;
        return i == 0 ? 0 : index >= 0 && index < letters.length ? letters[index] : EOF;
    }

    @Override
    public int LT(int i) {
        return LA(i);
    }

    @Override
    public int size() {
        return letters.length;
    }

    @Override
    public String substring(int start, int stop) {
        return text.substring(start, stop + 1);
    }

    @Override
    public int getLine() {
        return 0;
    }

    @Override
    public void setLine(int line) {
        // See the class comment.
    }

    @Override
    public int getCharPositionInLine() {
        return 0;
    }

    @Override
    public void setCharPositionInLine(int position) {
        // See the class comment.
    }
}
