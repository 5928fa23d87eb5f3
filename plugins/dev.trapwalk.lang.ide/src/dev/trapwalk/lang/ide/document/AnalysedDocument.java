package dev.trapwalk.lang.ide.document;

import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.model.CapdlModel;

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

    /** Whether the document is a scenario. */
    public boolean isWalk() {
        return text.isWalk();
    }

    /** The same analysis for a newer text, for services that must answer before that text is analysed. */
    public AnalysedDocument at(TextSnapshot newer) {
        return new AnalysedDocument(newer, analysis);
    }
}
