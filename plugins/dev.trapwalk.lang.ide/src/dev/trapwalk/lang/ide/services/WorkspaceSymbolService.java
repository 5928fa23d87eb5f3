package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.syntax.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Finds objects, named capabilities and programs by their names, in open documents and in the files of the workspace.
 */
public final class WorkspaceSymbolService {
    private static final int MOST_SYMBOLS = 500;
    private static final int MOST_FILES = 2000;
    private static final long LARGEST_FILE = 16 << 20;
    private static final int DEEPEST = 12;

    /**
     * The symbols whose names contain {@code query}, upper and lower case being equal.
     *
     * @param open documents whose text counts instead of what is on disk
     * @param folders addresses of the workspace's folders
     */
    public List<WorkspaceSymbol> symbols(Collection<AnalysedDocument> open, List<String> folders, String query) {
        List<WorkspaceSymbol> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String wanted = query == null ? "" : query.toLowerCase(Locale.ROOT);
        for (AnalysedDocument document : open) {
            seen.add(document.uri());
            collect(document.text(), wanted, found);
        }
        for (String folder : folders) {
            for (Path file : files(folder)) {
                String uri = file.toUri().toString();
                if (found.size() < MOST_SYMBOLS && seen.add(uri)) {
                    collect(file, uri, wanted, found);
                }
            }
        }
        return found;
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> paths = Files.find(Path.of(URI.create(folder)), DEEPEST, (path, attributes) ->
                attributes.isRegularFile() && attributes.size() < LARGEST_FILE && isOurs(path.toString()))) {
            return paths.limit(MOST_FILES).sorted().toList();
        } catch (IOException | UncheckedIOException | IllegalArgumentException | FileSystemNotFoundException e) {
            // A folder that is gone or not on this machine has no files for us.
            return List.of();
        }
    }

    private static boolean isOurs(String name) {
        return name.endsWith(".cdl") || name.endsWith(".walk");
    }

    private static void collect(Path file, String uri, String wanted, List<WorkspaceSymbol> found) {
        try {
            collect(new TextSnapshot(uri, 0, Files.readString(file)), wanted, found);
        } catch (IOException e) {
            // Not UTF-8, or gone since it was listed.
            return;
        }
    }

    private static void collect(TextSnapshot text, String wanted, List<WorkspaceSymbol> found) {
        for (int i = 0; i < text.tokens().size() && found.size() < MOST_SYMBOLS; i++) {
            SymbolKind kind = kind(text, i);
            if (kind != null && text.tokens().text(i).toLowerCase(Locale.ROOT).contains(wanted)) {
                found.add(new WorkspaceSymbol(text.tokens().text(i), kind,
                        Either.forLeft(new Location(text.uri(), text.tokenRange(i)))));
            }
        }
    }

    private static SymbolKind kind(TextSnapshot text, int i) {
        Role role = text.syntax().role(i);
        return role == Role.OBJECT_DECLARATION ? SymbolKind.Variable
                : role == Role.CAP_DECLARATION ? SymbolKind.Property
                : role == Role.OBJECT && text.tokens().is(i - 1, "program") ? SymbolKind.Function : null;
    }
}
