package dev.trapwalk.lang.ide.document;

import java.util.function.BooleanSupplier;

/** Finds the meaning of texts. */
public interface Analysing {

    /**
     * The meaning of {@code text}.
     *
     * @param earlier the meaning of an earlier version of it, from which to take what is unchanged, or null
     * @param stale says, whenever asked, whether there is a newer text already
     * @throws java.util.concurrent.CancellationException when there is
     */
    AnalysedDocument analyse(TextSnapshot text, AnalysedDocument earlier, BooleanSupplier stale);
}
