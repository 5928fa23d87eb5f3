package dev.trapwalk.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
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
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/**
 * What a person at an editor waits for: a language server in a process of its own opens a file, then an object's name is typed
 * into the middle of it, letter by letter, and taken away again. The pause that the server makes before it analyses counts.
 */
final class EditorBench implements LanguageClient, AutoCloseable {
    private static final String URI = "file:///bench/layout.cdl";

    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private final Process process;
    private final LanguageServer server;
    private final Times diagnostics = new Times();
    private final Times completions = new Times();
    private int version = 1;

    EditorBench(Start how, Path jar) throws IOException, InterruptedException, ExecutionException {
        process = how.process(jar, "lsp").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var launcher = LSPLauncher.createClientLauncher(this, process.getInputStream(), process.getOutputStream());
        launcher.startListening();
        server = launcher.getRemoteProxy();
        server.initialize(new InitializeParams()).get();
        server.initialized(new InitializedParams());
    }

    /** Opens {@code file} in the new server; returns nanoseconds to its diagnostics. */
    long open(Path file) throws IOException, InterruptedException {
        String text = Files.readString(file);
        long start = System.nanoTime();
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(URI, "capdl", version, text)));
        await();
        return System.nanoTime() - start;
    }

    /** Types a capability into a block in the middle of the capabilities, {@code rounds} times. */
    void type(Path file, int rounds, boolean measured) throws IOException, InterruptedException, ExecutionException {
        List<String> lines = Files.readAllLines(file);
        int caps = lines.indexOf("caps {");
        int line = (caps + lines.size()) / 2;
        while (!lines.get(line).endsWith("{")) {
            line++;
        }
        Position at = new Position(line, lines.get(line).length());
        for (int round = 0; round < rounds; round++) {
            int typed = 0;
            for (char letter : "\n9:p".toCharArray()) {
                Position before = typed == 0 ? at : new Position(line + 1, typed - 1);
                typed++;
                keystroke(new Range(before, before), String.valueOf(letter), new Position(line + 1, typed - 1), measured);
            }
            keystroke(new Range(at, new Position(line + 1, typed - 1)), "", at, measured);
        }
    }

    private void keystroke(Range range, String text, Position cursor, boolean measured)
            throws InterruptedException, ExecutionException {
        version++;
        long start = System.nanoTime();
        server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(URI, version), List.of(new TextDocumentContentChangeEvent(range, text))));
        server.getTextDocumentService().completion(new CompletionParams(new TextDocumentIdentifier(URI), cursor)).get();
        long completed = System.nanoTime() - start;
        await();
        long diagnosed = System.nanoTime() - start;
        if (measured) {
            completions.add(completed);
            diagnostics.add(diagnosed);
        }
    }

    Times diagnostics() {
        return diagnostics;
    }

    Times completions() {
        return completions;
    }

    long memory() {
        return CheckBench.resident(process.pid());
    }

    private void await() throws InterruptedException {
        while (published.take().getVersion() < version) {
            // Diagnostics of a text that is gone.
            continue;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams found) {
        published.add(found);
    }

    @Override
    public void telemetryEvent(Object object) {
        throw new IllegalStateException("nobody asked for telemetry");
    }

    @Override
    public void showMessage(MessageParams message) {
        System.err.println(message.getMessage());
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void logMessage(MessageParams message) {
        showMessage(message);
    }
}
