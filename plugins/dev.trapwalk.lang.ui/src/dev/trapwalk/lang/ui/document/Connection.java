package dev.trapwalk.lang.ui.document;

import dev.trapwalk.lang.ide.document.Documents;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;

/** One document of an editor and its twin among the services' documents. */
public final class Connection implements IDocumentListener {
    private final Documents documents;
    private final IDocument document;
    private int users;
    private volatile TextSnapshot text;

    Connection(Documents documents, IDocument document, String uri) {
        this.documents = documents;
        this.document = document;
        text = new TextSnapshot(uri, 1, document.get());
    }

    void retain() {
        if (users++ == 0) {
            document.addDocumentListener(this);
            documents.open(text);
        }
    }

    /** Returns whether nobody uses it any more. */
    boolean release() {
        if (--users > 0) {
            return false;
        }
        document.removeDocumentListener(this);
        documents.close(text.uri());
        return true;
    }

    /** The present text. */
    public TextSnapshot text() {
        return text;
    }

    /** The editor's document. */
    public IDocument document() {
        return document;
    }

    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {
        // Only the text after the change counts.
    }

    @Override
    public void documentChanged(DocumentEvent event) {
        TextSnapshot changed = new TextSnapshot(text.uri(), text.version() + 1, document.get());
        text = changed;
        documents.change(changed.uri(), old -> changed);
    }
}
