package dev.trapwalk.cli.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds scenarios: files as named, and in folders all {@code .walk} files at any depth, by name. */
final class ScenarioFiles {

    private ScenarioFiles() {
    }

    static List<Path> in(List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> below = Files.walk(path)) {
                    files.addAll(below.filter(file -> file.toString().endsWith(".walk") && Files.isRegularFile(file))
                            .sorted().toList());
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }
}
