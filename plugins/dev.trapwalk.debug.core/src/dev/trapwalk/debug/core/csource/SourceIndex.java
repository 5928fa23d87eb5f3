package dev.trapwalk.debug.core.csource;

import dev.trapwalk.debug.core.csource.FunctionDefinition.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The function definitions below {@code src/} and {@code include/} of a checkout. Immutable; made anew from the one
 * before by reading only files whose time or size is another.
 */
final class SourceIndex {

    /** Nothing is known. */
    static final SourceIndex EMPTY = new SourceIndex(Map.of());

    private static final List<String> FOLDERS = List.of("src", "include");
    private static final Pattern SOURCE = Pattern.compile(".*\\.[ch]");
    private static final Pattern OTHER_MACHINE = Pattern.compile(
            "(.*/)?(arm|riscv|aarch32|aarch64|32|arch/x86/arch/32|armv.*|smp|vtx|benchmark|spike|hifive|rocketchip)/.*");
    private static final long LARGEST = 4L << 20;

    private final Map<String, Entry> files;
    private final Map<String, List<FunctionDefinition>> byName = new HashMap<>();

    /** What was found in a file, and by what one sees that it has changed since. */
    private record Entry(FileTime time, long size, List<FunctionDefinition> definitions) {
    }

    private SourceIndex(Map<String, Entry> files) {
        this.files = files;
        files.values().forEach(entry -> entry.definitions().forEach(
                definition -> byName.computeIfAbsent(definition.name(), name -> new ArrayList<>()).add(definition)));
    }

    /** The index of a checkout as it is now; unreadable files count as empty. */
    static SourceIndex of(Path checkout, SourceIndex before) throws IOException {
        Map<String, Entry> files = new HashMap<>();
        for (String folder : FOLDERS) {
            Path root = checkout.resolve(folder);
            if (Files.isDirectory(root)) {
                try (Stream<Path> all = Files.walk(root)) {
                    all.filter(file -> SOURCE.matcher(file.getFileName().toString()).matches())
                            .filter(Files::isRegularFile).forEach(file -> add(files, checkout, file, before));
                } catch (UncheckedIOException unreadable) {
                    throw unreadable.getCause();
                }
            }
        }
        return new SourceIndex(files);
    }

    private static void add(Map<String, Entry> files, Path checkout, Path file, SourceIndex before) {
        String name = checkout.relativize(file).toString().replace('\\', '/');
        try {
            FileTime time = Files.getLastModifiedTime(file);
            long size = Files.size(file);
            Entry known = before.files.get(name);
            boolean same = known != null && known.time().equals(time) && known.size() == size;
            files.put(name, same ? known : new Entry(time, size, size > LARGEST ? List.of()
                    : DefinitionScanner.scan(name, Files.readString(file, StandardCharsets.ISO_8859_1),
                            OTHER_MACHINE.matcher(name).matches() ? Config.INACTIVE : Config.ACTIVE)));
        } catch (IOException unreadable) {
            files.remove(name);
        }
    }

    /**
     * Where a function is defined for the modelled configuration; empty when it is not, or when more than one
     * definition may be the one.
     */
    Optional<FunctionDefinition> definition(String function) {
        List<FunctionDefinition> all = byName.getOrDefault(function, List.of()).stream()
                .filter(definition -> definition.config() != Config.INACTIVE)
                .sorted(Comparator.comparing(FunctionDefinition::config)).toList();
        if (all.isEmpty() || all.size() > 1 && all.get(1).config() == all.get(0).config()) {
            return Optional.empty();
        }
        return Optional.of(all.get(0));
    }
}
