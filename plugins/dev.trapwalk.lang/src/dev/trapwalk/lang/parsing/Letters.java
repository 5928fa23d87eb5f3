package dev.trapwalk.lang.parsing;

import org.antlr.runtime.CharStream;

/**
 * The characters of a text, for all lexers: with a second kind of stream in the process, each character costs every
 * lexer nearly twice as much. Counts no lines: nobody asks for them.
 */
public final class Letters implements CharStream {
    private final String text;
    private final char[] letters;
    private int at;
    private int marked;

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
    public void consume() {
        if (at < letters.length) {
            at++;
        }
    }

    @Override
    public int index() {
        return at;
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
    public int mark() {
        marked = at;
        return at;
    }

    @Override
    public void rewind(int marker) {
        at = marker;
    }

    @Override
    public void rewind() {
        at = marked;
    }

    @Override
    public void release(int marker) {
        // A mark is a place and takes nothing.
    }

    @Override
    public void seek(int index) {
        at = index;
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

    @Override
    public String getSourceName() {
        return null;
    }
}
