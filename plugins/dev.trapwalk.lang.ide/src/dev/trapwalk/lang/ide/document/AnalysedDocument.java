package dev.trapwalk.lang.ide.document;

import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.tree.SourceTree;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.nodemodel.INode;

/**
 * A text and what it means. Every language service takes one of these.
 *
 * @param text the text
 * @param analysis syntax tree, model and diagnostics of that text
 */
public record AnalysedDocument(TextSnapshot text, Analysis analysis) {

    public String uri() {
        return text.uri();
    }

    /** What the layout means. */
    public CapdlModel model() {
        return analysis.model();
    }

    /** The syntax tree, which knows where things are. */
    public SourceTree tree() {
        return analysis.tree();
    }

    /** The range of a node of the tree. */
    public Range range(INode node) {
        return text.range(tree().offset(node), node.getLength());
    }

    /** Whether the document is a scenario. */
    public boolean isWalk() {
        return text.isWalk();
    }

    /** The same analysis for a newer text, for services that must answer before that text is analysed. */
    public AnalysedDocument at(TextSnapshot newer) {
        return new AnalysedDocument(newer, analysis);
    }
}
