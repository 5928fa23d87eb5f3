package dev.trapwalk.lang.ui.edit;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ui.LangUi;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * The editor that a command is for.
 *
 * @param editor the editor
 * @param document its text
 * @param analysed its text and meaning; null when there is none in time
 */
public record ActiveEditor(ITextEditor editor, IDocument document, AnalysedDocument analysed) {
    private static final long PATIENCE = 3_000;

    /** The editor of a command, or null when it is no text editor. */
    public static ActiveEditor of(ExecutionEvent event) {
        return HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor ? of(editor) : null;
    }

    /** An editor with the meaning of its text. */
    public static ActiveEditor of(ITextEditor editor) {
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        return new ActiveEditor(editor, document, LangUi.get().editorDocuments().analysed(document, false, PATIENCE));
    }

    /** The cursor, or where the selection begins. */
    public Position position() {
        return analysed.text().lines().position(selection().getOffset());
    }

    /** What is selected. */
    public Range range() {
        ITextSelection selection = selection();
        return analysed.text().range(selection.getOffset(), selection.getLength());
    }

    private ITextSelection selection() {
        return (ITextSelection) editor.getSelectionProvider().getSelection();
    }
}
