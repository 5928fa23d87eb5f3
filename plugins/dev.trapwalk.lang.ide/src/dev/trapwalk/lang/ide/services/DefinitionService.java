package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.syntax.Role;
import dev.trapwalk.lang.ide.syntax.Tokens;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.nodemodel.INode;

/**
 * Where a name comes from: an object's declaration, the capability that a copy copies, the slot that {@code mapping:},
 * {@code child_of} or a cdt entry names, a variable of a program.
 */
public final class DefinitionService {

    /** The definition of what stands at {@code position}; empty when there is none. */
    public List<LocationLink> definition(AnalysedDocument document, Position position) {
        Symbol symbol = Symbol.at(document, position);
        if (symbol == null) {
            return List.of();
        }
        TextSnapshot text = document.text();
        Range origin = symbol.range(text, symbol.token());
        if (symbol.kind().isNamed()) {
            List<Integer> tokens = symbol.occurrences(text);
            return tokens.stream().filter(token -> Symbol.isDeclaration(text, token)).findFirst()
                    .or(() -> implicit(document, symbol, tokens))
                    .map(token -> List.of(link(document, text.tokenRange(token), origin))).orElse(List.of());
        }
        return slot(document, symbol.token(), origin);
    }

    /** An untyped that exists only as part of a path is declared by its first mention. */
    private static Optional<Integer> implicit(AnalysedDocument document, Symbol symbol, List<Integer> tokens) {
        ObjectDecl decl = symbol.kind() == Symbol.Kind.OBJECT ? document.model().mentioned(symbol.name()) : null;
        return decl != null && decl.definition() == null ? tokens.stream().findFirst() : Optional.empty();
    }

    /** From the slot of a pair {@code (container, slot)} to the mapping that fills it. */
    private static List<LocationLink> slot(AnalysedDocument document, int token, Range origin) {
        Tokens tokens = document.text().tokens();
        Role role = document.text().syntax().role(token);
        if (role != Role.SLOT_NUMBER && role != Role.SLOT || tokens.sign(token - 1) != ',') {
            return List.of();
        }
        CapRun run = at(document, token);
        INode node = run == null ? null : document.tree().node(run.source());
        return node == null ? List.of() : List.of(
                link(document, document.range(node), origin));
    }

    private static CapRun at(AnalysedDocument document, int token) {
        Tokens tokens = document.text().tokens();
        int name = token - 2;
        long index = ObjectDecl.SCALAR;
        if (tokens.sign(name) == ']' && name > 2 && tokens.kind(name - 1) == Tokens.Kind.NUMBER) {
            index = Numerals.parse(tokens.text(name - 1));
            name -= 3;
        }
        ObjectDecl decl = name < 0 ? null : document.model().object(tokens.text(name));
        if (decl == null) {
            return null;
        }
        SymbolicSlot symbolic = SymbolicSlot.of(tokens.text(token));
        long slot = symbolic != null ? symbolic.number() : Numerals.parse(tokens.text(token));
        for (Container container : document.model().containers(decl)) {
            if (container.low() <= index && index <= container.high()) {
                return container.at(slot);
            }
        }
        return null;
    }

    private static LocationLink link(AnalysedDocument document, Range target, Range origin) {
        return new LocationLink(document.uri(), target, target, origin);
    }
}
