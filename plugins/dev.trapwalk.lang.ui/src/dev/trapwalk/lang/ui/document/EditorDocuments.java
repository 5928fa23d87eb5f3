package dev.trapwalk.lang.ui.document;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.Documents;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.text.IDocument;

/**
 * Keeps the services' texts equal to those of editors. A document is connected while an editor shows it; several
 * editors
 * of one file share its document.
 */
public final class EditorDocuments {
    private final Documents documents;
    private final Map<IDocument, Connection> connections = new ConcurrentHashMap<>();

    public EditorDocuments(Documents documents) {
        this.documents = documents;
    }

    /** Connects {@code document}; each call needs one of {@link #disconnect}. */
    public synchronized Connection connect(IDocument document) {
        Connection connection = connections.computeIfAbsent(document, key -> new Connection(documents, key, uri(key)));
        connection.retain();
        return connection;
    }

    /** Undoes one {@link #connect}. */
    public synchronized void disconnect(IDocument document) {
        Connection connection = connections.get(document);
        if (connection != null && connection.release()) {
            connections.remove(document);
        }
    }

    /** The connection of a document, or null. */
    public Connection of(IDocument document) {
        return connections.get(document);
    }

    /** The present text of {@code document} with its tokens; also of one that is not connected. */
    public TextSnapshot text(IDocument document) {
        Connection connection = connections.get(document);
        return connection == null ? new TextSnapshot(uri(document), 0, document.get()) : connection.text();
    }

    /**
     * The analysis of {@code document}: of its latest text, or with {@code now} the last one there is. Waits a little;
     * null when it takes longer or the document is not connected.
     */
    public AnalysedDocument analysed(IDocument document, boolean now, long milliseconds) {
        Connection connection = connections.get(document);
        if (connection == null) {
            return null;
        }
        String uri = connection.text().uri();
        CompletableFuture<AnalysedDocument> analysis = now ? documents.latest(uri) : documents.analysed(uri);
        try {
            return analysis.get(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException | TimeoutException | java.util.concurrent.CancellationException e) {
            return null;
        }
    }

    /** The file of the workspace at {@code uri}, or null. */
    public static IFile file(String uri) {
        try {
            IFile[] files = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(URI.create(uri));
            return files.length == 0 ? null : files[0];
        } catch (IllegalArgumentException e) {
            // Not the address of a file: a document that lives in the editor only.
            return null;
        }
    }

    private static String uri(IDocument document) {
        ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
        return buffer != null && buffer.getFileStore() != null ? buffer.getFileStore().toURI().toString()
                : "untitled:" + System.identityHashCode(document);
    }
}
