package dev.trapwalk.lang.ide.server;

import com.google.gson.JsonElement;
import dev.trapwalk.lang.AnalysisOptions;
import dev.trapwalk.lang.ide.document.Analyser;
import dev.trapwalk.lang.ide.document.Documents;
import dev.trapwalk.lang.ide.services.HolderGroup;
import dev.trapwalk.lang.ide.services.Services;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
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
    private static final Logger LOG = Logger.getLogger(TrapwalkLanguageServer.class.getName());

    private final Services services = new Services();
    private final Analyser analyser = new Analyser();
    private final Documents documents = new Documents(analyser);
    private final Requests requests;
    private final TextDocuments textDocuments;
    private final Workspaces workspaces;
    private final CountDownLatch exit = new CountDownLatch(1);
    private volatile boolean asksForSettings;
    private volatile boolean shutDown;
    private volatile LanguageClient client;

    /** A server that answers on the threads of {@code executor}. */
    public TrapwalkLanguageServer(Executor executor) {
        this(executor, () -> { });
    }

    /** @param opened is told whenever a client opens a document */
    TrapwalkLanguageServer(Executor executor, Runnable opened) {
        requests = new Requests(documents, executor);
        textDocuments = new TextDocuments(documents, services, requests, opened);
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
        asksForSettings = params.getCapabilities() != null && params.getCapabilities().getWorkspace() != null
                && Boolean.TRUE.equals(params.getCapabilities().getWorkspace().getConfiguration());
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

    /** Asks for the settings, now that the client answers requests. Older clients send them unasked. */
    @Override
    public void initialized(InitializedParams params) {
        askForSettings();
    }

    /** Asks the client for its settings, if it can be asked. */
    void askForSettings() {
        if (asksForSettings && client != null) {
            ConfigurationItem item = new ConfigurationItem();
            item.setSection(Settings.SECTION);
            client.configuration(new ConfigurationParams(List.of(item))).thenAccept(answers -> {
                if (!answers.isEmpty() && answers.get(0) instanceof JsonElement settings) {
                    configure(settings);
                }
            }).exceptionally(failure -> {
                LOG.log(Level.INFO, Settings.SECTION, failure);
                return null;
            });
        }
    }

    /** Takes settings; see {@link Settings}. */
    void configure(JsonElement settings) {
        AnalysisOptions wanted = Settings.apply(settings, analyser.options(), complaint -> {
            if (client != null) {
                client.showMessage(new MessageParams(MessageType.Warning, complaint));
            }
        });
        if (!wanted.equals(analyser.options())) {
            analyser.setOptions(wanted);
            documents.refresh();
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
