package dev.trapwalk.cli.check;

import java.io.PrintWriter;
import java.util.List;
import java.util.ResourceBundle;

import dev.trapwalk.lang.Diagnostic;

/** One line per finding, as compilers print them: {@code file:line:column: error E01: message}. */
final class TextReport implements Report {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.trapwalk.cli.messages");

    @Override
    public void write(List<CheckedFile> files, PrintWriter out) {
        for (CheckedFile file : files) {
            for (Diagnostic diagnostic : file.diagnostics()) {
                if (diagnostic.id().equals(CheckedFile.UNREADABLE)) {
                    continue; // Said on standard error.
                }
                out.printf("%s:%d:%d: %s %s: %s%n", file.file(), diagnostic.line(), diagnostic.column(),
                        TEXTS.getString("severity." + diagnostic.severity().label()), diagnostic.id(),
                        diagnostic.message());
            }
        }
    }
}
