package dev.trapwalk.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The language server as an editor starts it: a process of its own, spoken to over its standard streams. */
class LspCommandTest {
    private static final int PATIENCE = 120;

    private Process process;
    private final CompletableFuture<PublishDiagnosticsParams> published = new CompletableFuture<>();

    @BeforeEach
    void start() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath,
                Main.class.getName(), "lsp").redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void itServesAClientAndEndsWithZeroAfterShutdown() throws Exception {
        LanguageServer server = connect();
        InitializeParams params = new InitializeParams();
        params.setProcessId((int) ProcessHandle.current().pid());
        assertThat(server.initialize(params).get(PATIENCE, TimeUnit.SECONDS).getServerInfo().getName())
                .isEqualTo("trapwalk");
        server.initialized(new InitializedParams());
        server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem("file:///a.cdl", "capdl",
                1, "arch x86_64\nobjects { e = ep }\ncaps { e { 0: f } }\n")));
        // A document that cannot be analysed has no diagnostics to wait for: this request says so at once.
        server.getTextDocumentService().documentSymbol(new DocumentSymbolParams(
                new TextDocumentIdentifier("file:///a.cdl"))).whenComplete((symbols, failure) -> fail(failure));
        assertThat(published.get(PATIENCE, TimeUnit.SECONDS).getDiagnostics()).isNotEmpty();
        server.shutdown().get(PATIENCE, TimeUnit.SECONDS);
        server.exit();
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void itEndsWithOneWhenItsClientIsGone() throws Exception {
        process.getOutputStream().write("Content-Length: 100\r\n\r\n{\"jsonrpc\"".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
    }

    private LanguageServer connect() {
        var launcher = LSPLauncher.createClientLauncher(new Listener(), process.getInputStream(), process.getOutputStream());
        launcher.startListening();
        process.onExit().thenRun(() -> fail(new AssertionError("The server has ended.")));
        return launcher.getRemoteProxy();
    }

    private void fail(Throwable failure) {
        if (failure != null) {
            published.completeExceptionally(failure);
        }
    }

    /** Notes the first diagnostics. */
    private final class Listener implements LanguageClient {

        @Override
        public void telemetryEvent(Object object) {
            throw new AssertionError("nobody asked for telemetry");
        }

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
            published.complete(diagnostics);
        }

        @Override
        public void showMessage(MessageParams message) {
            published.completeExceptionally(new AssertionError(message.getMessage()));
        }

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
            return CompletableFuture.completedFuture(request.getActions().isEmpty() ? null : request.getActions().get(0));
        }

        @Override
        public void logMessage(MessageParams message) {
            showMessage(message);
        }
    }
}
