package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.syntax.Tokens;
import dev.trapwalk.lang.model.PseudoTarget;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Gives objects, capabilities and variables another name, everywhere in the file and in nothing else of that name. */
public final class RenameService {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}\\-_@.]*");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Words that begin a section: legal as names, but not where a file leaves the braces of its sections out. */
    private static final Set<String> SECTIONS = Set.of("arch", "cdt", "irq", "domains", "program");

    /** What would be renamed, or null when nothing at this place has a name that a person chose. */
    public PrepareRenameResult prepare(AnalysedDocument document, Position position) {
        Symbol symbol = Symbol.at(document, position);
        return symbol == null || !symbol.kind().isNamed() ? null
                : new PrepareRenameResult(symbol.range(document.text(), symbol.token()), symbol.name());
    }

    /** Why {@code name} cannot be the new name, or null when it can. */
    public String refusal(AnalysedDocument document, Position position, String name) {
        Symbol symbol = Symbol.at(document, position);
        if (prepare(document, position) == null) {
            return Messages.format("rename.nothing");
        }
        if (symbol.name().equals(name)) {
            return null;
        }
        Pattern pattern = symbol.kind() == Symbol.Kind.VARIABLE ? VARIABLE : NAME;
        if (!pattern.matcher(name).matches() || name.contains("--")) {
            return Messages.format("rename.noName", name);
        }
        if (name.equals("objects") || name.equals("caps")) {
            return Messages.format("rename.reserved", name);
        }
        if (symbol.kind() == Symbol.Kind.OBJECT && (PseudoTarget.of(name) != null || SymbolicSlot.of(name) != null
                || SECTIONS.contains(name))) {
            return Messages.format("rename.shadowed", name);
        }
        if (isUnclear(document, symbol)) {
            return Messages.format("rename.broken", symbol.name());
        }
        // Also where nothing declares it: the two would become one.
        boolean taken = !new Symbol(symbol.kind(), name, -1, symbol.scope()).occurrences(document.text()).isEmpty();
        return taken ? Messages.format("rename.taken", name) : null;
    }

    /** Whether a syntax error leaves open what the name means in some place. */
    private static boolean isUnclear(AnalysedDocument document, Symbol symbol) {
        if (document.tree().complaints().isEmpty()) {
            return false;
        }
        Tokens tokens = document.text().tokens();
        Set<Integer> known = new HashSet<>(symbol.occurrences(document.text()));
        return IntStream.rangeClosed(symbol.scope().first(), symbol.scope().last())
                .anyMatch(i -> tokens.is(i, symbol.name()) && !known.contains(i));
    }

    /**
     * The edits that rename what stands at {@code position}.
     *
     * @throws ResponseErrorException with a message for the user when that cannot be
     */
    public WorkspaceEdit rename(AnalysedDocument document, Position position, String name) {
        String refusal = refusal(document, position, name);
        if (refusal != null) {
            throw new ResponseErrorException(new ResponseError(ResponseErrorCode.InvalidParams, refusal, null));
        }
        Symbol symbol = Symbol.at(document, position);
        List<TextEdit> edits = symbol.occurrences(document.text()).stream()
                .map(token -> new TextEdit(symbol.range(document.text(), token), name)).toList();
        return new WorkspaceEdit(Map.of(document.uri(), edits));
    }
}
