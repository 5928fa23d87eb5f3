package dev.trapwalk.lang.ide.document;

import dev.trapwalk.lang.AnalysisOptions;
import dev.trapwalk.lang.CapdlAnalysis;
import java.util.function.BooleanSupplier;

/** Finds the meaning of texts with options that may change while the editor runs. */
public final class Analyser implements Analysing {
    private volatile AnalysisOptions options = AnalysisOptions.DEFAULT;

    @Override
    public AnalysedDocument analyse(TextSnapshot text, AnalysedDocument earlier, BooleanSupplier stale) {
        return new AnalysedDocument(text, CapdlAnalysis.analyse(text.text(), text.uri(), options,
                earlier == null ? null : earlier.analysis(), stale));
    }

    /** The meaning of a text that was never looked at before. */
    public AnalysedDocument apply(TextSnapshot text) {
        return analyse(text, null, () -> false);
    }

    /** How files are looked at from now on. */
    public void setOptions(AnalysisOptions newOptions) {
        options = newOptions;
    }

    public AnalysisOptions options() {
        return options;
    }
}
