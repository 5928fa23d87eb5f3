package dev.trapwalk.engine.recordings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Reads files of recordings: JSON lines, gzipped or not. */
final class Recordings {

    private Recordings() {
    }

    /** Where the recordings kept with the tests lie. */
    static Path kept() {
        try {
            return Path.of(Recordings.class.getResource("/recordings").toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All files of recordings under a folder, subfolders included, in order of name; or the one file itself. */
    static List<Path> files(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            return new ArrayList<>(paths.filter(Files::isRegularFile)
                    .filter(path -> path.toString().endsWith(".jsonl.gz") || path.toString().endsWith(".jsonl"))
                    .filter(path -> !path.getFileName().toString().startsWith("memory.")).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands every line of a file on. */
    static void forEach(Path file, Consumer<JsonObject> consumer) {
        try (BufferedReader lines = open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    consumer.accept(JsonParser.parseString(line).getAsJsonObject());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
    }

    /** A 64-bit value as the recordings write it: a hex string or a number. */
    static long word(com.google.gson.JsonElement element) {
        String text = element.getAsString();
        return text.startsWith("0x") ? Long.parseUnsignedLong(text.substring(2), 16)
                : text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
    }
}
