package dev.trapwalk.lang.ui.edit;

import dev.trapwalk.lang.ide.document.TextSnapshot;
import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentRewriteSession;
import org.eclipse.jface.text.DocumentRewriteSessionType;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;

/** Applies the services' edits to a document, as one step for undo. */
public final class Edits {

    private Edits() {
    }

    /** Applies what {@code edit} says about the document with text {@code text}. */
    public static void apply(IDocument document, TextSnapshot text, WorkspaceEdit edit) throws BadLocationException {
        apply(document, text, edit.getChanges().getOrDefault(text.uri(), List.of()));
    }

    /** Applies edits whose positions are those of {@code text}; refused when the document has changed since. */
    public static void apply(IDocument document, TextSnapshot text, List<? extends TextEdit> edits)
            throws BadLocationException {
        if (!document.get().equals(text.text())) {
            throw new BadLocationException();
        }
        MultiTextEdit all = new MultiTextEdit();
        for (TextEdit edit : edits) {
            int start = text.offset(edit.getRange().getStart());
            int end = text.offset(edit.getRange().getEnd());
            all.addChild(new ReplaceEdit(start, end - start, edit.getNewText()));
        }
        DocumentRewriteSession session = document instanceof IDocumentExtension4 extension
                ? extension.startRewriteSession(DocumentRewriteSessionType.UNRESTRICTED) : null;
        try {
            all.apply(document);
        } finally {
            if (session != null) {
                ((IDocumentExtension4) document).stopRewriteSession(session);
            }
        }
    }
}
