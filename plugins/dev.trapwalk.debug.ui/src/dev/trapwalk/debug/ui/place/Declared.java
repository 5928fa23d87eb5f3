package dev.trapwalk.debug.ui.place;

import dev.trapwalk.engine.boot.SourcePlace;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** Where a scenario declares an object of its machine. */
record Declared(IFile scenario, SourcePlace source) {

    /** The declaration of an object, or of what a slot's capability stands for; empty for what was made later. */
    static Optional<Declared> of(KernelPlace place) {
        return place.machine().flatMap(machine -> machine.objects().containing(place.object().id()))
                .map(object -> object.source()).filter(source -> source.line() > 0)
                .map(source -> new Declared(place.target().scenario(), source));
    }

    /** Opens the scenario with its cursor at the declaration, which is selected up to the end of its line. */
    void open(IWorkbenchPage page) throws PartInitException {
        if (IDE.openEditor(page, scenario) instanceof ITextEditor editor) {
            IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
            try {
                IRegion line = document.getLineInformation(Math.min(source.line(), document.getNumberOfLines()) - 1);
                int column = Math.min(line.getLength(), Math.max(0, source.column() - 1));
                editor.selectAndReveal(line.getOffset() + column, line.getLength() - column);
            } catch (BadLocationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
