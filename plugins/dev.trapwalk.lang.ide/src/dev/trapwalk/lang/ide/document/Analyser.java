package dev.trapwalk.lang.ide.document;

import dev.trapwalk.lang.AnalysisOptions;
import dev.trapwalk.lang.CapdlAnalysis;
import java.util.function.BiFunction;

/** Finds the meaning of texts with options that may change while the editor runs. */
public final class Analyser implements BiFunction<TextSnapshot, AnalysedDocument, AnalysedDocument> {
    private volatile AnalysisOptions options = AnalysisOptions.DEFAULT;

    /** The meaning of a text; sooner with {@code earlier}, the meaning of an earlier version of it, or null. */
    @Override
    public AnalysedDocument apply(TextSnapshot text, AnalysedDocument earlier) {
        return new AnalysedDocument(text, CapdlAnalysis.analyse(text.text(), text.uri(), options,
                earlier == null ? null : earlier.analysis()));
    }

    /** The meaning of a text that was never looked at before. */
    public AnalysedDocument apply(TextSnapshot text) {
        return apply(text, null);
    }

    /** How files are looked at from now on. */
    public void setOptions(AnalysisOptions newOptions) {
        options = newOptions;
    }

    public AnalysisOptions options() {
        return options;
    }
}
