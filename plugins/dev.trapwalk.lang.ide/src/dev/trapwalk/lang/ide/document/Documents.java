package dev.trapwalk.lang.ide.document;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The open documents of an editor: takes their changes, analyses them in the background a moment after the last
 * keystroke, and tells listeners of each analysis. The language server and the Eclipse editor each own one.
 *
 * <p>Methods return at once and may be called from any thread; changes of one document must come in their order.
 * {@link TextSnapshot} is one version of a text, {@link Tokens} are its tokens, {@link AnalysedDocument} is the text
 * with
 * its meaning, {@link OpenDocument} keeps the latest of each.
 */
public final class Documents implements AutoCloseable {
    /** Milliseconds of silence after a keystroke before the analysis begins: short, because nobody sees it begin. */
    private static final long PAUSE = 40;
    private static final Logger LOG = Logger.getLogger(Documents.class.getName());

    private final Analysing analyser;
    private final Map<String, OpenDocument> open = new ConcurrentHashMap<>();
    private final Collection<Consumer<AnalysedDocument>> listeners = new CopyOnWriteArrayList<>();
    private final Collection<Consumer<String>> closeListeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "capDL analysis");
        thread.setDaemon(true);
        return thread;
    });

    /** Documents whose meaning {@code analyser} finds; it is called on one background thread. */
    public Documents(Analysing analyser) {
        this.analyser = analyser;
    }

    /** Calls {@code listener} on the background thread after each analysis of a text that is still the latest. */
    public void listen(Consumer<AnalysedDocument> listener) {
        listeners.add(listener);
    }

    /** Stops calling {@code listener}. */
    public void unlisten(Consumer<AnalysedDocument> listener) {
        listeners.remove(listener);
    }

    /** Calls {@code listener} on the background thread with the address of each document that was closed. */
    public void onClose(Consumer<String> listener) {
        closeListeners.add(listener);
    }

    /** Begins with {@code text}; a document that is open already gets it as its new text. */
    public void open(TextSnapshot text) {
        OpenDocument document = open.computeIfAbsent(text.uri(),
                uri -> new OpenDocument(text, worker, analyser, this::publish));
        // Nobody is typing yet: a person waits for this. Not sooner, though: whoever is told what was found looks here
        // whether the document is still open.
        document.update(old -> text, 0);
    }

    /** Changes the text of an open document; nothing happens when it is not open. */
    public void change(String uri, UnaryOperator<TextSnapshot> change) {
        OpenDocument document = open.get(uri);
        if (document != null) {
            document.update(change, PAUSE);
        }
    }

    /** Forgets the document. */
    public void close(String uri) {
        OpenDocument document = open.remove(uri);
        if (document != null) {
            document.close();
            try {
                // After what may just be told of its last analysis.
                worker.execute(() -> closeListeners.forEach(listener -> tell(listener, uri, uri)));
            } catch (RejectedExecutionException e) {
                // All were closed meanwhile, and nobody is told any more.
            }
        }
    }

    /** The latest text, or null when the document is not open. */
    public TextSnapshot text(String uri) {
        OpenDocument document = open.get(uri);
        return document == null ? null : document.text();
    }

    /**
     * The latest text with the latest analysis there is, which may be of an older text. Waits only for a document's
     * first analysis. Completes with null when the document is not open.
     */
    public CompletableFuture<AnalysedDocument> latest(String uri) {
        OpenDocument document = open.get(uri);
        if (document == null) {
            return CompletableFuture.completedFuture(null);
        }
        AnalysedDocument last = document.last();
        return last == null ? document.analysed() : CompletableFuture.completedFuture(last.at(document.text()));
    }

    /** The analysis of the latest text, begun at once. Completes with null when the document is not open. */
    public CompletableFuture<AnalysedDocument> analysed(String uri) {
        OpenDocument document = open.get(uri);
        return document == null ? CompletableFuture.completedFuture(null) : document.analysed();
    }

    /** The last analysis of each open document that has one. */
    public Collection<AnalysedDocument> all() {
        return open.values().stream().map(OpenDocument::last).filter(last -> last != null).toList();
    }

    /** Analyses all open documents again, for when settings have changed. */
    public void refresh() {
        open.values().forEach(document -> document.update(UnaryOperator.identity(), 0));
    }

    private void publish(AnalysedDocument document) {
        listeners.forEach(listener -> tell(listener, document, document.uri()));
    }

    private static <T> void tell(Consumer<T> listener, T what, String uri) {
        try {
            listener.accept(what);
        } catch (RuntimeException e) {
            // One broken listener must not keep the others from their diagnostics.
            LOG.log(Level.WARNING, uri, e);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
        open.values().forEach(OpenDocument::close);
        open.clear();
    }
}
