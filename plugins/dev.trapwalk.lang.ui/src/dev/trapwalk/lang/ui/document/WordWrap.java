package dev.trapwalk.lang.ui.document;

import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.part.EveryWindow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorExtension6;

/**
 * Wraps the lines of short files, so that the results beside statements stay in sight; what {@link #LINES} says counts
 * when a file is opened. To wrap a long file has the platform measure each of its lines whenever somebody goes to one.
 */
public final class WordWrap implements IPartListener2 {
    /** Preference: most lines of a file that is wrapped; 0, the default, leaves it all to the platform's preference. */
    public static final String LINES = "wrap.lines";

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private WordWrap() {
    }

    /** Begins; further calls change nothing. On the user interface thread. */
    static void start() {
        if (STARTED.compareAndSet(false, true)) {
            EveryWindow.listen(new WordWrap());
        }
    }

    @Override
    public void partOpened(IWorkbenchPartReference opened) {
        wrap(opened);
    }

    @Override
    public void partInputChanged(IWorkbenchPartReference changed) {
        wrap(changed);
    }

    private static void wrap(IWorkbenchPartReference part) {
        int most = LangUi.get() == null ? 0 : LangUi.get().getPreferenceStore().getInt(LINES);
        if (most > 0 && part.getPart(false) instanceof ITextEditor editor
                && editor instanceof ITextEditorExtension6 wrapping && editor.getDocumentProvider() != null) {
            IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
            if (document != null && LangUi.get().editorDocuments().of(document) != null) {
                wrapping.setWordWrap(document.getNumberOfLines() <= most);
            }
        }
    }
}
