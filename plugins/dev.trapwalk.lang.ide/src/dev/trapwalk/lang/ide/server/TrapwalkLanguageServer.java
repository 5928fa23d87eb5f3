package dev.trapwalk.lang.ide.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.trapwalk.lang.Profile;
import dev.trapwalk.lang.ide.document.Analyser;
import dev.trapwalk.lang.ide.document.Documents;
import dev.trapwalk.lang.ide.services.HolderGroup;
import dev.trapwalk.lang.ide.services.Services;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The language server for capDL layouts and scenarios. */
public final class TrapwalkLanguageServer implements LanguageServer, LayoutRequests, LanguageClientAware,
        AutoCloseable {
    private final Services services = new Services();
    private final Analyser analyser = new Analyser();
    private final Documents documents = new Documents(analyser);
    private final Requests requests;
    private final TextDocuments textDocuments;
    private final Workspaces workspaces;
    private final CountDownLatch exit = new CountDownLatch(1);
    private volatile boolean shutDown;
    private volatile LanguageClient client;

    /** A server that answers on the threads of {@code executor}. */
    public TrapwalkLanguageServer(Executor executor) {
        requests = new Requests(documents, executor);
        textDocuments = new TextDocuments(documents, services, requests);
        workspaces = new Workspaces(this, documents, services, requests);
    }

    @Override
    public void connect(LanguageClient newClient) {
        client = newClient;
        textDocuments.connect(newClient);
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        workspaces.setFolders(folders(params));
        if (params.getInitializationOptions() instanceof JsonElement options) {
            configure(options);
        }
        return CompletableFuture.completedFuture(new InitializeResult(Capabilities.of(services),
                new ServerInfo("trapwalk", getClass().getPackage().getImplementationVersion())));
    }

    @SuppressWarnings("deprecation")
    private static List<String> folders(InitializeParams params) {
        if (params.getWorkspaceFolders() != null) {
            return params.getWorkspaceFolders().stream().map(WorkspaceFolder::getUri).toList();
        }
        // Clients that edit a single file send null.
        return params.getRootUri() == null ? List.of() : List.of(params.getRootUri());
    }

    /** Takes settings: {@code {"profile": "loader"}}, also inside of {@code "trapwalk"}. */
    void configure(JsonElement settings) {
        JsonObject object = settings.isJsonObject() ? settings.getAsJsonObject() : new JsonObject();
        if (object.get("trapwalk") instanceof JsonObject inner) {
            object = inner;
        }
        if (object.get("profile") instanceof com.google.gson.JsonPrimitive keyword) {
            Optional<Profile> profile = Profile.of(keyword.getAsString());
            profile.ifPresent(found -> {
                analyser.setOptions(analyser.options().withProfile(found));
                documents.refresh();
            });
            if (profile.isEmpty() && client != null) {
                client.showMessage(new MessageParams(MessageType.Warning,
                        Messages.format("profile.unknown", keyword.getAsString())));
            }
        }
    }

    @Override
    public CompletableFuture<List<HolderGroup>> holders(TextDocumentPositionParams params) {
        return requests.on(params.getTextDocument().getUri(), List.of(),
                document -> services.references().holders(document, params.getPosition()));
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        shutDown = true;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        exit.countDown();
    }

    /** Waits for {@code exit} or the end of the connection; 0 when {@code shutdown} came before. */
    int awaitExit() throws InterruptedException {
        exit.await();
        return shutDown ? 0 : 1;
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // Nothing is traced; clients send this all the same.
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return textDocuments;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return workspaces;
    }

    @Override
    public void close() {
        documents.close();
    }
}
