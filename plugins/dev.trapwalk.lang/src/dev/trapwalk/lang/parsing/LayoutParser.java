package dev.trapwalk.lang.parsing;

import dev.trapwalk.lang.parser.antlr.CapdlParser;
import dev.trapwalk.lang.services.CapdlGrammarAccess;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;

/** The parser of layouts. */
final class LayoutParser extends CapdlParser implements QuickParser {
    private final ThreadLocal<ElementsParser> quick =
            ThreadLocal.withInitial(() -> new ElementsParser(getGrammarAccess(), getElementFactory()));

    LayoutParser(CapdlGrammarAccess grammar) {
        setGrammarAccess(grammar);
    }

    @Override
    protected NodeModelBuilder createNodeModelBuilder() {
        return new TreeBuilder();
    }

    @Override
    public Elements elements(String text) {
        return quick.get().read(text);
    }
}
