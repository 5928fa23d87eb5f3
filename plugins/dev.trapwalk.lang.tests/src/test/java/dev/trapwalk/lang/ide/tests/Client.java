package dev.trapwalk.lang.ide.tests;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.trapwalk.lang.ide.server.LayoutRequests;
import dev.trapwalk.lang.ide.server.ServerLauncher;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** A client of the language server, connected by streams as an editor would be. */
final class Client implements LanguageClient, AutoCloseable {
    private static final int PATIENCE = 60;

    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final BlockingQueue<MessageParams> messages = new LinkedBlockingQueue<>();
    /** What the server understands. */
    interface Server extends LanguageServer, LayoutRequests {
    }

    private volatile JsonElement settings = new JsonObject();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final OutputStream toServer;
    private final Future<Integer> exitCode;
    private final Server server;
    private final Endpoint endpoint;

    Client() throws IOException {
        PipedInputStream serverIn = new PipedInputStream(1 << 20);
        PipedInputStream clientIn = new PipedInputStream(1 << 20);
        PipedOutputStream serverOut = new PipedOutputStream(clientIn);
        toServer = new PipedOutputStream(serverIn);
        exitCode = threads.submit(() -> ServerLauncher.serve(serverIn, serverOut));
        Launcher<Server> launcher = new Launcher.Builder<Server>().setLocalService(this)
                .setRemoteInterface(Server.class).setInput(clientIn).setOutput(toServer)
                .setExecutorService(threads).create();
        launcher.startListening();
        server = launcher.getRemoteProxy();
        endpoint = launcher.getRemoteEndpoint();
    }

    Server server() {
        return server;
    }

    /** Sends a request by its name. */
    CompletableFuture<?> request(String method, Object params) {
        return endpoint.request(method, params);
    }

    /** Sends a notification by its name. */
    void notify(String method, Object params) {
        endpoint.notify(method, params);
    }

    InitializeResult initialize(InitializeParams params) throws Exception {
        InitializeResult result = get(server.initialize(params));
        server.initialized(new InitializedParams());
        return result;
    }

    void open(String uri, String text) {
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "capdl", 1, text)));
    }

    void change(String uri, int version, Range range, String text) {
        server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri, version),
                List.of(new TextDocumentContentChangeEvent(range, text))));
    }

    /** Waits for the diagnostics of {@code version} of a document. */
    List<Diagnostic> diagnostics(String uri, int version) throws InterruptedException {
        for (PublishDiagnosticsParams next = published.poll(PATIENCE, SECONDS); next != null;
                next = published.poll(PATIENCE, SECONDS)) {
            if (next.getUri().equals(uri) && next.getVersion() != null && next.getVersion() >= version) {
                return next.getDiagnostics();
            }
        }
        throw new AssertionError("no diagnostics for version " + version + " of " + uri);
    }

    /** Waits for diagnostics of a document, whatever its version, that are as wanted. */
    void awaitDiagnostics(String uri, Predicate<List<Diagnostic>> wanted) throws InterruptedException {
        for (PublishDiagnosticsParams next = published.poll(PATIENCE, SECONDS); next != null;
                next = published.poll(PATIENCE, SECONDS)) {
            if (next.getUri().equals(uri) && wanted.test(next.getDiagnostics())) {
                return;
            }
        }
        throw new AssertionError("not the wanted diagnostics of " + uri);
    }

    /** How many times diagnostics were sent. */
    int published() {
        return count.get();
    }

    MessageParams message() throws InterruptedException {
        return messages.poll(PATIENCE, SECONDS);
    }

    /** Sends bytes as they are, well-formed or not. */
    void raw(String text) throws IOException {
        synchronized (toServer) {
            toServer.write(text.getBytes(StandardCharsets.UTF_8));
            toServer.flush();
        }
    }

    void disconnect() throws IOException {
        toServer.close();
    }

    int exitCode() throws Exception {
        return exitCode.get(PATIENCE, SECONDS);
    }

    static <T> T get(CompletableFuture<T> answer) throws Exception {
        return answer.get(PATIENCE, SECONDS);
    }

    static TextDocumentIdentifier document(String uri) {
        return new TextDocumentIdentifier(uri);
    }

    static Position at(int line, int character) {
        return new Position(line, character);
    }

    @Override
    public void telemetryEvent(Object object) {
        throw new AssertionError("nobody asked for telemetry");
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        count.incrementAndGet();
        published.add(diagnostics);
    }

    @Override
    public void showMessage(MessageParams message) {
        messages.add(message);
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void logMessage(MessageParams message) {
        messages.add(message);
    }

    /** What the server gets when it asks for settings. */
    void setSettings(JsonElement newSettings) {
        settings = newSettings;
    }

    @Override
    public CompletableFuture<List<Object>> configuration(ConfigurationParams params) {
        return CompletableFuture.completedFuture(List.of(settings));
    }

    @Override
    public void close() throws IOException {
        toServer.close();
        threads.shutdownNow();
    }
}
