package dev.trapwalk.lang.ui.folding;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.LineIndex;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.document.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.IProjectionListener;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.lsp4j.FoldingRange;

/** Keeps what an editor can fold equal to what the folding service finds. What is folded stays folded over edits. */
public final class FoldingReconciler implements IReconciler, IProjectionListener, Consumer<AnalysedDocument> {
    private ProjectionViewer viewer;

    @Override
    public void install(ITextViewer textViewer) {
        if (textViewer instanceof ProjectionViewer projection) {
            viewer = projection;
            viewer.addProjectionListener(this);
            LangUi.get().documents().listen(this);
        }
    }

    @Override
    public void uninstall() {
        if (viewer != null) {
            viewer.removeProjectionListener(this);
            viewer = null;
        }
        if (LangUi.get() != null) {
            LangUi.get().documents().unlisten(this);
        }
    }

    @Override
    public IReconcilingStrategy getReconcilingStrategy(String contentType) {
        return null;
    }

    @Override
    public void projectionEnabled() {
        IDocument document = viewer.getDocument();
        Connection connection = document == null ? null : LangUi.get().editorDocuments().of(document);
        if (connection != null) {
            update(wanted(connection.text()));
        }
    }

    @Override
    public void projectionDisabled() {
        // The annotations went with their model.
    }

    @Override
    public void accept(AnalysedDocument analysed) {
        ProjectionViewer shown = viewer;
        if (shown == null || shown.getTextWidget() == null || !isShown(analysed.text())) {
            return;
        }
        Set<Position> wanted = wanted(analysed.text());
        shown.getTextWidget().getDisplay().asyncExec(() -> {
            if (viewer != null && isShown(analysed.text())) {
                update(wanted);
            }
        });
    }

    private boolean isShown(TextSnapshot text) {
        IDocument document = viewer.getDocument();
        Connection connection = document == null ? null : LangUi.get().editorDocuments().of(document);
        return connection != null && connection.text() == text;
    }

    /** Whole lines, from that of the opening brace to that of the closing one. */
    private static Set<Position> wanted(TextSnapshot text) {
        Set<Position> wanted = new HashSet<>();
        LineIndex lines = text.lines();
        for (FoldingRange range : LangUi.get().services().folding().folding(text)) {
            int start = lines.start(range.getStartLine());
            wanted.add(new Position(start, lines.start(range.getEndLine() + 1) - start));
        }
        return wanted;
    }

    private void update(Set<Position> wanted) {
        ProjectionAnnotationModel model = viewer.getProjectionAnnotationModel();
        if (model == null) {
            return;
        }
        List<Annotation> gone = new ArrayList<>();
        Set<Position> missing = new HashSet<>(wanted);
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            Annotation annotation = all.next();
            Position position = model.getPosition(annotation);
            if (position == null || !missing.remove(new Position(position.getOffset(), position.getLength()))) {
                gone.add(annotation);
            }
        }
        Map<Annotation, Position> added = new HashMap<>();
        missing.forEach(position -> added.put(new ProjectionAnnotation(), position));
        if (!gone.isEmpty() || !added.isEmpty()) {
            model.modifyAnnotations(gone.toArray(Annotation[]::new), added, null);
        }
    }
}
