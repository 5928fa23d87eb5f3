package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.services.completion.Completions;
import dev.trapwalk.lang.ide.services.completion.Place;
import dev.trapwalk.lang.ide.services.completion.Proposals;
import dev.trapwalk.lang.ide.syntax.Role;
import dev.trapwalk.lang.ide.syntax.Tokens;
import java.util.List;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.Position;

/**
 * Content assist: what is legal at a place, in the order of likelihood. Works on the present text with the last
 * analysis,
 * so it need not wait for one.
 */
public final class CompletionService {

    /** Characters after which an editor asks by itself. */
    public static final List<String> TRIGGERS = List.of("=", ":", "(", "<", "/", ",");

    /** The proposals at {@code position}. */
    public CompletionList complete(AnalysedDocument document, Position position) {
        TextSnapshot text = document.text();
        Tokens tokens = text.tokens();
        int offset = text.offset(position);
        int word = tokens.before(offset) - 1;
        boolean inside = word >= 0 && tokens.end(word) >= offset;
        if (inside && (tokens.kind(word) == Tokens.Kind.COMMENT || tokens.kind(word) == Tokens.Kind.STRING)
                && (tokens.end(word) > offset || text.syntax().role(word) == Role.COMMENT)) {
            return new CompletionList(false, List.of());
        }
        boolean typed = inside && (tokens.kind(word) == Tokens.Kind.NAME || tokens.kind(word) == Tokens.Kind.NUMBER);
        int start = typed ? tokens.start(word) : offset;
        Proposals proposals = new Proposals(text.text().substring(start, offset), text.range(start, offset - start));
        int before = typed ? word - 1 : word;
        Completions.propose(new Place(document, text.syntax().after(before + 1), before, word + 1), proposals);
        return proposals.list();
    }
}
