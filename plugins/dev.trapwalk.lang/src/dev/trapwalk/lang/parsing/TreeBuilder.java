package dev.trapwalk.lang.parsing;

import org.eclipse.xtext.nodemodel.impl.GrammarElementsInterner;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;

/** Builds the tokens' tree of one piece; pieces parsed by one thread share what they say about the grammar. */
final class TreeBuilder extends NodeModelBuilder {
    /** Grows with the grammar and not with the texts. */
    private static final ThreadLocal<GrammarElementsInterner> INTERNER =
            ThreadLocal.withInitial(GrammarElementsInterner::new);

    TreeBuilder() {
        super(INTERNER.get());
    }
}
