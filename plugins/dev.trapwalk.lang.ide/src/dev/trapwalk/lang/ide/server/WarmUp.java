package dev.trapwalk.lang.ide.server;

import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.Analyser;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.services.Services;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.Position;

/**
 * Analyses a small layout again and again until a person opens the first document: what is slow in a new process is to load and
 * to compile classes, and while client and server greet each other there is time for that.
 */
final class WarmUp implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WarmUp.class.getName());
    private static final String LAYOUT = "warm-up.cdl";
    /** Beyond these nothing gets faster. */
    private static final int ROUNDS = 300;
    /** An outline, which needs all tokens, comes after what a person waits for: one round of so many makes one. */
    private static final int OUTLINED = 8;

    private volatile boolean over;

    @Override
    public void run() {
        CapdlAnalysis.prepare();
        try (InputStream layout = WarmUp.class.getResourceAsStream(LAYOUT)) {
            String text = new String(layout.readAllBytes(), StandardCharsets.UTF_8);
            for (int round = 0; round < ROUNDS && !over; round++) {
                look(text, round);
            }
        } catch (IOException e) {
            LOG.log(Level.INFO, LAYOUT, e);
        } catch (CancellationException e) {
            // The first document is there.
        }
    }

    private void look(String text, int version) {
        Services services = new Services();
        AnalysedDocument document = new Analyser().analyse(new TextSnapshot(LAYOUT, version, text), null, () -> over);
        services.diagnostics().diagnostics(document);
        if (version % OUTLINED == OUTLINED - 1) {
            services.outline().outline(document);
        }
        services.completion().complete(document, new Position(document.text().lines().lines() - 2, 0));
    }

    /** Leaves the processor to what a person waits for. */
    @Override
    public void close() {
        over = true;
    }
}
