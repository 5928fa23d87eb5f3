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
    /** Id of the report that a file cannot be read. */
    static final String UNREADABLE = "F00";

    static CheckedFile of(Path file, Analysis analysis) {
        return new CheckedFile(file, analysis.diagnostics(), analysis.model().counts());
    }

    /** A file that cannot be read has an entry of its own, so that reports have one for each file of the command line. */
    static CheckedFile unreadable(Path file, String message) {
        return new CheckedFile(file, List.of(new Diagnostic(UNREADABLE, Severity.ERROR, 0, 0, 1, 1, message, "", List.of())),
                new Counts(0, 0, 0));
    }

    boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}
