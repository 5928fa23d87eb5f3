package dev.trapwalk.debug.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;

/** Text editors that are open, and what they show. */
final class Editors {

    private Editors() {
    }

    /** All text editors that have been drawn; on the user interface thread. */
    static List<ITextEditor> open() {
        List<ITextEditor> editors = new ArrayList<>();
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            for (IWorkbenchPage page : window.getPages()) {
                for (IEditorReference reference : page.getEditorReferences()) {
                    if (reference.getEditor(false) instanceof ITextEditor editor) {
                        editors.add(editor);
                    }
                }
            }
        }
        return editors;
    }

    /** The file of the workspace that a document is the text of. */
    static Optional<IFile> file(IDocument document) {
        ITextFileBuffer buffer = document == null ? null
                : FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
        return buffer == null || buffer.getLocation() == null ? Optional.empty()
                : Optional.of(ResourcesPlugin.getWorkspace().getRoot().getFile(buffer.getLocation()));
    }
}
