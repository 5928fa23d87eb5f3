package dev.trapwalk.debug.ui.why;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/** "Why Not the Fastpath?" for the system call at the cursor of a scenario. */
public final class WhyNotFastHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor
                && editor.getSelectionProvider().getSelection() instanceof ITextSelection selection) {
            ask(editor, selection.getStartLine() + 1);
        }
        return null;
    }

    /** Asks about a line, 1-based. */
    public static void ask(ITextEditor editor, int line) {
        IFile file = Adapters.adapt(editor.getEditorInput(), IFile.class);
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        if (file != null && document != null) {
            Asking.aboutLine(editor.getSite().getPage(), file, document.get(), line);
        }
    }
}
