package dev.trapwalk.lang.ui.mining;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.document.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.InlayHint;

/**
 * Code lenses and inlay hints from their services, as code minings. Long texts have no lenses: where one line is higher
 * than the others, the platform measures every line as often as its rulers are drawn.
 */
public final class Minings extends AbstractCodeMiningProvider {
    private static final int MOST_LINES_WITH_LENSES = 2_000;

    @Override
    public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(ITextViewer viewer,
            IProgressMonitor monitor) {
        IDocument document = viewer.getDocument();
        Connection connection = document == null ? null : LangUi.get().editorDocuments().of(document);
        if (connection == null) {
            return CompletableFuture.completedFuture(List.of());
        }
        return LangUi.get().documents().analysed(connection.text().uri())
                .thenApply(analysed -> analysed == null ? List.of() : minings(document, analysed));
    }

    private List<ICodeMining> minings(IDocument document, AnalysedDocument analysed) {
        List<ICodeMining> minings = new ArrayList<>();
        TextSnapshot text = analysed.text();
        try {
            if (document.getNumberOfLines() <= MOST_LINES_WITH_LENSES) {
                for (CodeLens lens : LangUi.get().services().codeLenses().lenses(analysed)) {
                    minings.add(new DebugMining(lens, analysed, document, this));
                }
            }
            for (InlayHint hint : LangUi.get().services().inlayHints().hints(analysed,
                    text.range(0, text.text().length()))) {
                minings.add(new HintMining(new Position(text.offset(hint.getPosition()), 1), hint, this));
            }
        } catch (BadLocationException e) {
            // The document is shorter by now; the next analysis brings new minings.
            return List.of();
        }
        return minings;
    }
}
