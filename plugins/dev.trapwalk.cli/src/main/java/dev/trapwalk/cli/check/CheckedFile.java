package dev.trapwalk.cli.check;

import java.nio.file.Path;
import java.util.List;

import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.Diagnostic;
import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.model.Counts;

/**
 * What came of checking one file; the file's syntax tree is not kept.
 *
 * @param file as named on the command line
 * @param diagnostics ordered by place
 * @param counts of what the file declares
 */
record CheckedFile(Path file, List<Diagnostic> diagnostics, Counts counts) {

    static CheckedFile of(Path file, Analysis analysis) {
        return new CheckedFile(file, analysis.diagnostics(), analysis.model().counts());
    }

    boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}
