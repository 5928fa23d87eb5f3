package dev.trapwalk.lang.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files that tests read: resources, and the optional directory with other people's layouts. */
final class TestFiles {

    private TestFiles() {
    }

    /** A resource beside the tests. */
    static String resource(String name) {
        try (InputStream in = TestFiles.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The corpus: system property {@code trapwalk.shared}, by default {@code ../shared} beside the project. */
    static Optional<Path> corpus() {
        String property = System.getProperty("trapwalk.shared");
        Path shared = property != null ? Path.of(property) : Path.of("../../../shared");
        Path corpus = shared.resolve("capdl/corpus");
        return Files.isDirectory(corpus) ? Optional.of(corpus) : Optional.empty();
    }
}
