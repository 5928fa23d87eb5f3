package dev.trapwalk.debug.ui.editor;

import dev.trapwalk.debug.ui.past.Past;
import dev.trapwalk.debug.ui.past.Pasts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;

/** Results of executed statements and of expectations, at the ends of their lines in a scenario. */
public final class InlineValues extends AbstractCodeMiningProvider {

    /** Created for each editor; from then on editors are kept up to date. */
    public InlineValues() {
        EditorUpdates.start();
    }

    @Override
    public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(ITextViewer viewer,
            IProgressMonitor monitor) {
        IDocument document = viewer.getDocument();
        return CompletableFuture.supplyAsync(() -> Editors.file(document).flatMap(Pasts.get()::of)
                .map(past -> minings(document, past)).orElse(List.of()));
    }

    private List<ICodeMining> minings(IDocument document, Past past) {
        List<ICodeMining> minings = new ArrayList<>();
        for (Beside beside : Besides.of(past)) {
            if (isShown(beside) && stillSays(document, beside)) {
                try {
                    minings.add(new InlineValue(document, beside, this));
                } catch (BadLocationException shorter) {
                    // The text became shorter meanwhile; whoever edits it asks again.
                    return List.of();
                }
            }
        }
        return minings;
    }

    static boolean isShown(Beside beside) {
        return switch (beside.kind()) {
            case RESULT, ERROR, WAITING -> Shown.VALUES.isOn();
            case MET, FAILED, OPEN -> Shown.EXPECTATIONS.isOn();
        };
    }

    /** Whether the statement still stands where it stood when the machine was booted. */
    static boolean stillSays(IDocument document, Beside beside) {
        try {
            IRegion line = document.getLineInformation(beside.source().line() - 1);
            String text = document.get(line.getOffset(), line.getLength()).strip();
            String statement = beside.source().text();
            int sure = Math.min(text.length(), statement.indexOf('(') + 1);
            return sure > 0 && statement.startsWith(text.substring(0, sure))
                    || sure == 0 && !text.isEmpty() && text.startsWith(statement);
        } catch (BadLocationException gone) {
            return false;
        }
    }
}
