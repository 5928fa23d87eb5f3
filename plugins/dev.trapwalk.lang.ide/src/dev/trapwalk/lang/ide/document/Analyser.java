package dev.trapwalk.lang.ide.document;

import dev.trapwalk.lang.AnalysisOptions;
import dev.trapwalk.lang.CapdlAnalysis;
import java.util.function.Function;

/** Finds the meaning of texts with options that may change while the editor runs. */
public final class Analyser implements Function<TextSnapshot, AnalysedDocument> {
    private volatile AnalysisOptions options = AnalysisOptions.DEFAULT;

    @Override
    public AnalysedDocument apply(TextSnapshot text) {
        return new AnalysedDocument(text, CapdlAnalysis.analyse(text.text(), text.uri(), options));
    }

    /** How files are looked at from now on. */
    public void setOptions(AnalysisOptions newOptions) {
        options = newOptions;
    }

    public AnalysisOptions options() {
        return options;
    }
}
