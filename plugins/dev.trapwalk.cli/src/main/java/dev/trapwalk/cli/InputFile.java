package dev.trapwalk.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ResourceBundle;

import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.AnalysisOptions;
import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.Diagnostic;
import dev.trapwalk.lang.Severity;

/** A layout or scenario named on the command line. */
public final class InputFile {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.trapwalk.cli.messages");

    private InputFile() {
    }

    /** Reads and analyses a file; says what is wrong and is empty when it cannot be read. */
    public static Optional<Analysis> analyse(Path file, AnalysisOptions options, PrintWriter err) {
        return read(file, err).map(text -> CapdlAnalysis.analyse(text, file.toString(), options));
    }

    /** Reads a file as UTF-8; says what is wrong and is empty when that cannot be done. */
    public static Optional<String> read(Path file, PrintWriter err) {
        try {
            return Optional.of(load(file));
        } catch (Unreadable unreadable) {
            err.println(unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** Reads a file as UTF-8. */
    public static String load(Path file) throws Unreadable {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException missing) {
            throw new Unreadable(TEXTS.getString("file.missing").formatted(file));
        } catch (CharacterCodingException notText) {
            throw new Unreadable(TEXTS.getString("file.notText").formatted(file));
        } catch (IOException unreadable) {
            throw new Unreadable(TEXTS.getString("file.unreadable").formatted(file, unreadable.getMessage()));
        }
    }

    /** A file cannot be read; the message says which and why. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private Unreadable(String message) {
            super(message);
        }
    }

    /** Prints the errors of a file, one line each: {@code file:line:column: error E01: message}. */
    public static void printErrors(Path file, Analysis analysis, PrintWriter err) {
        for (Diagnostic diagnostic : analysis.diagnostics()) {
            if (diagnostic.severity() == Severity.ERROR) {
                err.println(TEXTS.getString("file.error").formatted(file, diagnostic.line(), diagnostic.column(),
                        diagnostic.id(), diagnostic.message()));
            }
        }
        err.flush();
    }
}
