package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import java.util.List;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.Position;

/** All places where the name under the cursor stands. */
public final class HighlightService {

    /** The places, the declaration marked as a write; empty when the cursor is on no name. */
    public List<DocumentHighlight> highlights(AnalysedDocument document, Position position) {
        return highlights(document.text(), position);
    }

    /** The places in a text that need not be analysed. */
    public List<DocumentHighlight> highlights(TextSnapshot text, Position position) {
        Symbol symbol = Symbol.at(text, text.offset(position));
        if (symbol == null || !symbol.kind().isNamed()) {
            return List.of();
        }
        return symbol.occurrences(text).stream()
                .map(token -> new DocumentHighlight(symbol.range(text, token),
                        Symbol.isDeclaration(text, token) ? DocumentHighlightKind.Write
                                : DocumentHighlightKind.Read))
                .toList();
    }
}
