package dev.trapwalk.lang.parsing;

import dev.trapwalk.lang.parser.antlr.internal.InternalCapdlLexer;
import org.antlr.runtime.RecognitionException;

/** The lexer of layouts, which reads entries of fill lists as {@link FillLists} know them. */
public class LayoutLexer extends InternalCapdlLexer {
    private final FillLists fills = new FillLists();

    public LayoutLexer() {
        super(null);
    }

    @Override
    public void reset() {
        super.reset();
        fills.reset();
    }

    @Override
    public void mTokens() throws RecognitionException {
        int start = input.index();
        if (fills.word(input)) {
            state.type = RULE_ANY_OTHER;
        } else {
            super.mTokens();
            fills.passed(input, start);
        }
    }
}
