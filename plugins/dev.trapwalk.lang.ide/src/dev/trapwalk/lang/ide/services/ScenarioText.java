package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.graph.Selection;
import java.util.List;

/** Makes a scenario of a layout: its text, and for each thread a program to begin with. */
public final class ScenarioText {
    /** Whoever debugs a layout of hundreds of threads writes programs for a few of them. */
    private static final int MOST_THREADS = 8;

    private ScenarioText() {
    }

    /** The scenario's text, or null when the layout has no thread that could run. */
    public static String of(AnalysedDocument layout) {
        List<String> threads = Selection.threads(layout.model(), MOST_THREADS);
        if (threads.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder(layout.text().text().stripTrailing()).append('\n');
        for (String thread : threads) {
            text.append("\n-- ").append(Messages.format("scenario.program", thread)).append("\nprogram ")
                    .append(thread).append(" {\n    seL4_Yield();\n}\n");
        }
        return text.toString();
    }
}
