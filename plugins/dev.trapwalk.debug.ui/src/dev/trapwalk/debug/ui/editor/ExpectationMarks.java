package dev.trapwalk.debug.ui.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.ui.texteditor.ITextEditor;

/** Green and red in the rulers of a scenario: expectations that were met, and those that were not. */
final class ExpectationMarks {

    private static final String MET = "dev.trapwalk.debug.ui.expectationMet"; //$NON-NLS-1$
    private static final String FAILED = "dev.trapwalk.debug.ui.expectationFailed"; //$NON-NLS-1$

    /** What was drawn last; user interface thread only. */
    private static final Map<IAnnotationModel, Map<Annotation, Position>> DRAWN = new WeakHashMap<>();

    private ExpectationMarks() {
    }

    /** Draws them anew, unless there is no difference to what was drawn. */
    static void show(ITextEditor editor, List<Beside> besides) {
        IAnnotationModel model = editor.getDocumentProvider() == null ? null
                : editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        IDocument document = model == null ? null : editor.getDocumentProvider().getDocument(editor.getEditorInput());
        if (document == null || !(model instanceof IAnnotationModelExtension replacing)) {
            return;
        }
        Map<Annotation, Position> wanted = wanted(document, besides);
        Map<Annotation, Position> before = DRAWN.getOrDefault(model, Map.of());
        if (texts(before).equals(texts(wanted))) {
            return;
        }
        replacing.replaceAnnotations(before.keySet().toArray(Annotation[]::new), wanted);
        if (wanted.isEmpty()) {
            DRAWN.remove(model);
        } else {
            DRAWN.put(model, wanted);
        }
    }

    private static Map<Annotation, Position> wanted(IDocument document, List<Beside> besides) {
        Map<Annotation, Position> wanted = new HashMap<>();
        for (Beside beside : besides) {
            boolean met = beside.kind() == Beside.Kind.MET;
            if ((met || beside.kind() == Beside.Kind.FAILED)
                    && InlineValues.stillSays(document, beside)) {
                try {
                    IRegion line = document.getLineInformation(beside.source().line() - 1);
                    wanted.put(new Annotation(met ? MET : FAILED, false, Messages.bind(
                            met ? Messages.expectationMet : Messages.expectationFailed, beside.text())),
                            new Position(line.getOffset(), line.getLength()));
                } catch (BadLocationException shorter) {
                    // The text became shorter meanwhile: nothing stands there.
                    continue;
                }
            }
        }
        return wanted;
    }

    private static Map<String, Integer> texts(Map<Annotation, Position> annotations) {
        Map<String, Integer> texts = new HashMap<>();
        annotations.forEach((annotation, position) -> texts.put(position.getOffset() + annotation.getType()
                + annotation.getText(), position.getLength()));
        return texts;
    }
}
