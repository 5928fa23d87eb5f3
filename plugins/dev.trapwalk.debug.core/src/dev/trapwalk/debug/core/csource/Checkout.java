package dev.trapwalk.debug.core.csource;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.engine.point.KernelFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder with seL4's sources, and what is defined where in it. Reading the folder takes about a second and is done by
 * {@link #refresh()}, on threads that may wait; all questions are answered from what was read last.
 */
public final class Checkout {

    private static final Map<Path, Checkout> ALL = new ConcurrentHashMap<>();

    private final Path folder;
    private volatile SourceIndex index = SourceIndex.EMPTY;
    private volatile Map<String, FunctionLines> functions = Map.of();

    private Checkout(Path folder) {
        this.folder = folder;
    }

    /** The checkout in a folder: always the same object. */
    public static Checkout at(Path folder) {
        return ALL.computeIfAbsent(folder.toAbsolutePath().normalize(), Checkout::new);
    }

    /** Why a folder is no checkout of seL4, in a sentence; empty if it looks like one. */
    public static Optional<String> problem(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.of(Messages.bind(Messages.noFolder, folder));
        }
        return Files.isDirectory(folder.resolve("src")) && Files.isDirectory(folder.resolve("include"))
                ? Optional.empty() : Optional.of(Messages.bind(Messages.noCheckout, folder));
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** Reads what has changed in the folder since the last time. May take a second; not for the UI thread. */
    public synchronized void refresh() {
        try {
            SourceIndex now = SourceIndex.of(folder, index);
            Map<String, FunctionLines> found = new HashMap<>();
            Map<String, List<String>> code = new HashMap<>();
            for (KernelFunction function : KernelCatalogue.functions()) {
                Optional<FunctionDefinition> definition = now.definition(function.name());
                if (definition.isPresent()) {
                    List<String> lines = code.computeIfAbsent(definition.get().file(), this::code);
                    found.put(function.name(), FunctionLines.of(definition.get(), lines, function));
                }
            }
            functions = found;
            index = now;
        } catch (IOException unreadable) {
            DebugCore.log(Messages.bind(Messages.unreadable, folder), unreadable);
        }
    }

    private List<String> code(String file) {
        try {
            return FunctionLines.kept(Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return List.of();
        }
    }

    /** Reads the folder if it has never been read. */
    public void prepare() {
        if (index == SourceIndex.EMPTY) {
            refresh();
        }
    }

    /** Whether the folder has been read. */
    public boolean isReady() {
        return index != SourceIndex.EMPTY;
    }

    /** What is known of a function's text; empty when its definition is not certain. */
    Optional<FunctionLines> lines(String function) {
        return Optional.ofNullable(functions.get(function));
    }

    /** The modelled function to whose definition a line, 1-based, of a file belongs. */
    Optional<FunctionLines> at(Path file, int line) {
        Path absolute = file.toAbsolutePath().normalize();
        return !absolute.startsWith(folder) ? Optional.empty() : functions.values().stream()
                .filter(lines -> folder.resolve(lines.definition().file()).equals(absolute)
                        && lines.definition().contains(line)).findFirst();
    }

    /** Names of the modelled functions whose definitions were found. */
    public Set<String> functions() {
        return Set.copyOf(functions.keySet());
    }

    /** Whether a file lies in this checkout. */
    public boolean contains(Path file) {
        return file.toAbsolutePath().normalize().startsWith(folder);
    }
}
