package dev.trapwalk.lang.ui.occurrence;

import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ui.LangUi;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.swt.widgets.Display;

/**
 * Marks the places that mean the same as the name at the cursor, by the highlight service: not just the same letters.
 */
public final class Occurrences implements IReconciler, ISelectionChangedListener {
    /** The platform's type for marked words, so that its colour and its switch in the toolbar hold here too. */
    private static final String TYPE = "org.eclipse.ui.genericeditor.text";
    private static final int PAUSE = 150;

    private final Runnable delayed = this::mark;
    private ISourceViewer viewer;
    private Annotation[] shown = {};
    /** Counts what was looked for: an answer that comes after that of a later question is of no use. */
    private int looked;

    @Override
    public void install(ITextViewer textViewer) {
        if (textViewer instanceof ISourceViewer sourceViewer) {
            viewer = sourceViewer;
            ((org.eclipse.jface.viewers.IPostSelectionProvider) viewer.getSelectionProvider())
                    .addPostSelectionChangedListener(this);
        }
    }

    @Override
    public void uninstall() {
        if (viewer != null) {
            ((org.eclipse.jface.viewers.IPostSelectionProvider) viewer.getSelectionProvider())
                    .removePostSelectionChangedListener(this);
        }
    }

    @Override
    public IReconcilingStrategy getReconcilingStrategy(String contentType) {
        return null;
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        Display.getCurrent().timerExec(PAUSE, delayed);
    }

    private void mark() {
        if (viewer.getTextWidget() == null || viewer.getTextWidget().isDisposed() || LangUi.get() == null) {
            return;
        }
        var connection = LangUi.get().editorDocuments().of(viewer.getDocument());
        IAnnotationModel model = viewer.getAnnotationModel();
        if (connection == null || !(model instanceof IAnnotationModelExtension extension)) {
            return;
        }
        int offset = viewer.getSelectedRange().x;
        int look = ++looked;
        Display display = viewer.getTextWidget().getDisplay();
        CompletableFuture.supplyAsync(() -> positions(connection.text(), offset)).thenAccept(positions ->
                display.asyncExec(() -> {
                    if (look == looked && viewer.getTextWidget() != null && viewer.getAnnotationModel() == model) {
                        extension.replaceAnnotations(shown, positions);
                        shown = positions.keySet().toArray(Annotation[]::new);
                    }
                }));
    }

    private static Map<Annotation, Position> positions(TextSnapshot text, int offset) {
        Map<Annotation, Position> positions = new HashMap<>();
        for (DocumentHighlight place : LangUi.get().services().highlights()
                .highlights(text, text.lines().position(offset))) {
            int start = text.offset(place.getRange().getStart());
            positions.put(new Annotation(TYPE, false, null),
                    new Position(start, text.offset(place.getRange().getEnd()) - start));
        }
        return positions;
    }
}
