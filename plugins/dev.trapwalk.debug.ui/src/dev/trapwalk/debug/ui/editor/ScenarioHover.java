package dev.trapwalk.debug.ui.editor;

import dev.trapwalk.debug.ui.past.Pasts;
import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;

/** What names in a scenario are worth where its machine stands. */
public final class ScenarioHover implements ITextHover {

    @Override
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        IDocument document = viewer.getDocument();
        return Editors.file(document).flatMap(Pasts.get()::of)
                .flatMap(past -> line(document, region).flatMap(
                        line -> HoverText.inScenario(past, line, Word.text(document, region))))
                .orElse(null);
    }

    private static Optional<Integer> line(IDocument document, IRegion region) {
        try {
            return Optional.of(document.getLineOfOffset(region.getOffset()) + 1);
        } catch (BadLocationException gone) {
            return Optional.empty();
        }
    }

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        return Word.at(viewer.getDocument(), offset);
    }
}
