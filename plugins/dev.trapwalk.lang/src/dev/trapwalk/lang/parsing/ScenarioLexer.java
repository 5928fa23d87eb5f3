package dev.trapwalk.lang.parsing;

import dev.trapwalk.lang.parser.antlr.internal.InternalWalkLexer;
import org.antlr.runtime.RecognitionException;

/** The lexer of scenarios, which reads entries of fill lists as {@link FillLists} know them. */
public final class ScenarioLexer extends InternalWalkLexer {
    private final FillLists fills = new FillLists();

    public ScenarioLexer() {
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
