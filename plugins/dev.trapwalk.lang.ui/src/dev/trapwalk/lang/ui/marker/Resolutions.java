package dev.trapwalk.lang.ui.marker;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.edit.Edits;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;

/**
 * Quick fixes for problem markers: in the Problems view, in the ruler and in hovers, whether the file is open or not.
 */
public final class Resolutions implements IMarkerResolutionGenerator2 {
    private static final long PATIENCE = 5_000;

    /** What is done with the analysed text of a marker's file. */
    private interface Use<T> {
        T with(IDocument document, AnalysedDocument analysed) throws CoreException, BadLocationException;
    }

    @Override
    public boolean hasResolutions(IMarker marker) {
        // Every finding but a syntax error can at least be silenced.
        return !marker.getAttribute(DiagnosticMarkers.CHECK, "S").startsWith("S");
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        IMarkerResolution[] found = use(marker, (document, analysed) -> actions(marker, analysed)
                .map(action -> (IMarkerResolution) new Resolution(action.getTitle()))
                .toArray(IMarkerResolution[]::new));
        return found == null ? new IMarkerResolution[0] : found;
    }

    private static java.util.stream.Stream<CodeAction> actions(IMarker marker, AnalysedDocument analysed) {
        int start = marker.getAttribute(IMarker.CHAR_START, 0);
        int end = marker.getAttribute(IMarker.CHAR_END, start);
        String message = marker.getAttribute(IMarker.MESSAGE, "");
        return LangUi.get().services().codeActions()
                .actions(analysed, analysed.text().range(start, end - start),
                        java.util.List.of(CodeActionKind.QuickFix))
                .stream().filter(action -> message.equals(action.getDiagnostics().get(0).getMessage()));
    }

    private static <T> T use(IMarker marker, Use<T> use) {
        ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
        var path = marker.getResource().getFullPath();
        try {
            buffers.connect(path, LocationKind.IFILE, null);
            try {
                ITextFileBuffer buffer = buffers.getTextFileBuffer(path, LocationKind.IFILE);
                IDocument document = buffer.getDocument();
                LangUi.get().editorDocuments().connect(document);
                try {
                    AnalysedDocument analysed = LangUi.get().editorDocuments().analysed(document, false, PATIENCE);
                    T result = analysed == null ? null : use.with(document, analysed);
                    if (buffer.isDirty() && !buffer.isShared()) {
                        // No editor works on the file that would save it.
                        buffer.commit(null, false);
                    }
                    return result;
                } finally {
                    LangUi.get().editorDocuments().disconnect(document);
                }
            } finally {
                buffers.disconnect(path, LocationKind.IFILE, null);
            }
        } catch (CoreException | BadLocationException e) {
            LangUi.log(e);
            return null;
        }
    }

    /** One quick fix; found again by its title when it is carried out, because the text may have changed since. */
    private record Resolution(String title) implements IMarkerResolution {

        @Override
        public String getLabel() {
            return title;
        }

        @Override
        public void run(IMarker marker) {
            use(marker, (document, analysed) -> {
                CodeAction action = actions(marker, analysed).filter(some -> some.getTitle().equals(title)).findFirst()
                        .orElse(null);
                if (action != null) {
                    Edits.apply(document, analysed.text(), action.getEdit());
                }
                return null;
            });
        }
    }
}
