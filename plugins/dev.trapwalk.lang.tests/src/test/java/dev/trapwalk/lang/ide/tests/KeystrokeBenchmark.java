package dev.trapwalk.lang.ide.tests;

import static dev.trapwalk.lang.ide.tests.Client.document;
import static dev.trapwalk.lang.ide.tests.Client.get;

import dev.trapwalk.lang.ide.document.LineIndex;
import dev.trapwalk.lang.tests.LayoutGenerator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;

/**
 * How long a person waits after a keystroke in a layout of 10,000 objects, through the real server. No test: nothing
 * runs
 * it but {@code -Dtest=KeystrokeBenchmark}, and it only prints. The goal is 300 ms for diagnostics (the pause before
 * the
 * analysis included) and 100 ms for content assist.
 */
class KeystrokeBenchmark {
    private static final String URI = "file:///bench/large.cdl";
    private static final int WARM_UP = 30;
    private static final int MEASURED = 60;

    @Test
    void keystrokesInTenThousandObjects() throws Exception {
        String text = LayoutGenerator.layout(10_000, "x86_64", 1);
        try (Client client = new Client()) {
            client.initialize(new InitializeParams());
            long opened = System.nanoTime();
            client.open(URI, text);
            client.diagnostics(URI, 1);
            print("open to diagnostics, cold", List.of(System.nanoTime() - opened));
            type(client, new LineIndex(text).position(text.indexOf("caps {") + "caps {".length()));
        }
    }

    private static void type(Client client, Position at) throws Exception {
        List<Long> completion = new ArrayList<>();
        List<Long> diagnostics = new ArrayList<>();
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            int version = 2 + 2 * i;
            long start = System.nanoTime();
            client.change(URI, version, new Range(at, at), "\nc");
            Position typed = new Position(at.getLine() + 1, 1);
            get(client.server().getTextDocumentService().completion(new CompletionParams(document(URI), typed)));
            long completed = System.nanoTime();
            client.diagnostics(URI, version);
            long diagnosed = System.nanoTime();
            client.change(URI, version + 1, new Range(at, typed), "");
            client.diagnostics(URI, version + 1);
            if (i >= WARM_UP) {
                completion.add(completed - start);
                diagnostics.add(diagnosed - start);
            }
        }
        print("keystroke to content assist", completion);
        print("keystroke to diagnostics", diagnostics);
    }

    private static void print(String what, List<Long> nanoseconds) {
        List<Long> sorted = new ArrayList<>(nanoseconds);
        Collections.sort(sorted);
        System.out.printf(Locale.ROOT, "%-28s median %.0f ms, 90 %% within %.0f ms%n", what,
                sorted.get(sorted.size() / 2) / 1e6, sorted.get(sorted.size() * 9 / 10) / 1e6);
    }
}
