package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import java.util.List;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.Position;

/** All places where the name under the cursor stands. */
public final class HighlightService {

    /** The places, the declaration marked as a write; empty when the cursor is on no name. */
    public List<DocumentHighlight> highlights(AnalysedDocument document, Position position) {
        Symbol symbol = Symbol.at(document, position);
        if (symbol == null || !symbol.kind().isNamed()) {
            return List.of();
        }
        return symbol.occurrences(document.text()).stream()
                .map(token -> new DocumentHighlight(document.text().tokenRange(token),
                        Symbol.isDeclaration(document.text(), token) ? DocumentHighlightKind.Write
                                : DocumentHighlightKind.Read))
                .toList();
    }
}
