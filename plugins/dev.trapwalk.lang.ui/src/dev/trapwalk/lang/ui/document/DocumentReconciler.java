package dev.trapwalk.lang.ui.document;

import dev.trapwalk.lang.ui.LangUi;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;

/** Connects the document that an editor shows, for as long as it shows it. The analysis does the reconciling. */
public final class DocumentReconciler implements IReconciler, ITextInputListener {
    private ITextViewer viewer;
    private IDocument connected;

    @Override
    public void install(ITextViewer textViewer) {
        WordWrap.start();
        viewer = textViewer;
        viewer.addTextInputListener(this);
        connect(viewer.getDocument());
    }

    @Override
    public void uninstall() {
        viewer.removeTextInputListener(this);
        connect(null);
    }

    @Override
    public IReconcilingStrategy getReconcilingStrategy(String contentType) {
        return null;
    }

    @Override
    public void inputDocumentAboutToBeChanged(IDocument oldInput, IDocument newInput) {
        connect(null);
    }

    @Override
    public void inputDocumentChanged(IDocument oldInput, IDocument newInput) {
        connect(newInput);
    }

    private void connect(IDocument document) {
        if (connected != null) {
            LangUi.get().editorDocuments().disconnect(connected);
        }
        connected = document;
        if (document != null) {
            LangUi.get().editorDocuments().connect(document);
        }
    }
}
