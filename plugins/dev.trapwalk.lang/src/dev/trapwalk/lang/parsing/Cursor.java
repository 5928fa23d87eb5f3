package dev.trapwalk.lang.parsing;

import org.antlr.runtime.IntStream;

/** Where a lexer or a parser stands in what it reads. All of that is there from the start: a mark is a place and takes nothing. */
abstract class Cursor implements IntStream {
    /** The number of what comes next. */
    protected int at;
    private int marked;

    @Override
    public final void consume() {
        if (at < size()) {
            at++;
        }
    }

    @Override
    public final int index() {
        return at;
    }

    @Override
    public final int mark() {
        marked = at;
        return at;
    }

    @Override
    public final void rewind(int marker) {
        at = marker;
    }

    @Override
    public final void rewind() {
        at = marked;
    }

    @Override
    public final void release(int marker) {
        // See the class comment.
    }

    @Override
    public final void seek(int index) {
        at = index;
    }

    /** There is no name of what is read; messages name places of their own. */
    @Override
    public final String getSourceName() {
        return null;
    }
}
