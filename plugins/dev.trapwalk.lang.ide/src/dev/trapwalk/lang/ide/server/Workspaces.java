package dev.trapwalk.lang.ide.server;

import com.google.gson.JsonElement;
import dev.trapwalk.lang.ide.document.Documents;
import dev.trapwalk.lang.ide.services.Services;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;

/** Requests about the workspace: settings, and symbols of all its files. */
final class Workspaces implements WorkspaceService {
    private final TrapwalkLanguageServer server;
    private final Documents documents;
    private final Services services;
    private final Requests requests;
    private volatile List<String> folders = List.of();

    Workspaces(TrapwalkLanguageServer server, Documents documents, Services services, Requests requests) {
        this.server = server;
        this.documents = documents;
        this.services = services;
        this.requests = requests;
    }

    void setFolders(List<String> uris) {
        folders = List.copyOf(uris);
    }

    @Override
    public CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> symbol(
            WorkspaceSymbolParams params) {
        return requests.run(() -> Either.forRight(
                services.workspaceSymbols().symbols(documents.all(), folders, params.getQuery())));
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        if (params.getSettings() instanceof JsonElement settings && Settings.isThere(settings)) {
            server.configure(settings);
        } else {
            server.askForSettings();
        }
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        // Files that are not open are read when a question about them comes.
    }
}
