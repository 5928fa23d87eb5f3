package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.model.PseudoTarget;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

    /** What would be renamed, or null when nothing at this place has a name that a person chose. */
    public PrepareRenameResult prepare(AnalysedDocument document, Position position) {
        Symbol symbol = Symbol.at(document, position);
        return symbol == null || !symbol.kind().isNamed() ? null
                : new PrepareRenameResult(document.text().tokenRange(symbol.token()), symbol.name());
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
        if (symbol.kind() == Symbol.Kind.OBJECT && (PseudoTarget.of(name) != null || SymbolicSlot.of(name) != null)) {
            return Messages.format("rename.shadowed", name);
        }
        boolean taken = new Symbol(symbol.kind(), name, -1, symbol.scope()).occurrences(document.text()).stream()
                .anyMatch(token -> Symbol.isDeclaration(document.text(), token));
        return taken ? Messages.format("rename.taken", name) : null;
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
        List<TextEdit> edits = Symbol.at(document, position).occurrences(document.text()).stream()
                .map(token -> new TextEdit(document.text().tokenRange(token), name)).toList();
        return new WorkspaceEdit(Map.of(document.uri(), edits));
    }
}
