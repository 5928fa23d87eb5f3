package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.syntax.Role;
import dev.trapwalk.lang.ide.syntax.Syntax;
import dev.trapwalk.lang.ide.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensLegend;

/** Colours by meaning: what each token is for. */
public final class SemanticTokensService {
    private static final List<String> TYPES = List.of(SemanticTokenTypes.Comment, SemanticTokenTypes.Number,
            SemanticTokenTypes.String, SemanticTokenTypes.Keyword, SemanticTokenTypes.Type,
            SemanticTokenTypes.Variable, SemanticTokenTypes.Property, SemanticTokenTypes.Parameter,
            SemanticTokenTypes.EnumMember, SemanticTokenTypes.Modifier, SemanticTokenTypes.Function,
            SemanticTokenTypes.Macro);
    private static final List<String> MODIFIERS = List.of(SemanticTokenModifiers.Declaration,
            SemanticTokenModifiers.Readonly);
    private static final int DECLARATION = 1;

    /** Names of types and modifiers, in the order of their numbers. */
    public SemanticTokensLegend legend() {
        return new SemanticTokensLegend(TYPES, MODIFIERS);
    }

    /** All tokens of the document. */
    public SemanticTokens full(AnalysedDocument document) {
        return encode(document.text(), 0, document.text().tokens().size());
    }

    /** The tokens that touch {@code range}. */
    public SemanticTokens range(AnalysedDocument document, Range range) {
        Tokens tokens = document.text().tokens();
        int first = tokens.before(document.text().offset(range.getStart()));
        return encode(document.text(), Math.max(0, first - 1),
                tokens.before(document.text().offset(range.getEnd())));
    }

    private static SemanticTokens encode(TextSnapshot text, int from, int to) {
        Syntax syntax = text.syntax();
        List<Integer> data = new ArrayList<>(Math.max(0, to - from) * 5);
        Position last = new Position(0, 0);
        for (int i = from; i < to; i++) {
            String type = type(syntax.role(i));
            if (type != null) {
                int start = text.tokens().start(i);
                int end = text.tokens().end(i);
                // The protocol's tokens do not span lines: a comment becomes one token per line.
                while (start < end) {
                    Position position = text.lines().position(start);
                    int stop = Math.min(end, lineEnd(text, position.getLine()));
                    if (stop > start) {
                        add(data, last, position, stop - start, TYPES.indexOf(type), modifiers(syntax.role(i)));
                        last = position;
                    }
                    start = Math.max(stop, text.lines().start(position.getLine() + 1));
                }
            }
        }
        return new SemanticTokens(data);
    }

    private static int lineEnd(TextSnapshot text, int line) {
        int end = line + 1 < text.lines().lines() ? text.lines().start(line + 1) : text.text().length();
        while (end > text.lines().start(line) && text.text().charAt(end - 1) <= '\r'
                && Character.isWhitespace(text.text().charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static void add(List<Integer> data, Position last, Position position, int length, int type, int modifiers) {
        int lines = position.getLine() - last.getLine();
        data.add(lines);
        data.add(lines == 0 ? position.getCharacter() - last.getCharacter() : position.getCharacter());
        data.add(length);
        data.add(type);
        data.add(modifiers);
    }

    private static int modifiers(Role role) {
        return switch (role) {
            case OBJECT_DECLARATION, CAP_DECLARATION, VARIABLE_DECLARATION -> DECLARATION;
            default -> 0;
        };
    }

    /** The protocol's name for a role, or null for what is not coloured. */
    public static String type(Role role) {
        return switch (role) {
            case COMMENT -> SemanticTokenTypes.Comment;
            case NUMBER, SLOT_NUMBER -> SemanticTokenTypes.Number;
            case STRING -> SemanticTokenTypes.String;
            case KEYWORD -> SemanticTokenTypes.Keyword;
            case ARCH, VALUE -> SemanticTokenTypes.EnumMember;
            case TYPE, C_TYPE -> SemanticTokenTypes.Type;
            case OBJECT, OBJECT_DECLARATION, VARIABLE, VARIABLE_DECLARATION -> SemanticTokenTypes.Variable;
            case CAP, CAP_DECLARATION, SLOT -> SemanticTokenTypes.Property;
            case PARAMETER -> SemanticTokenTypes.Parameter;
            case RIGHTS -> SemanticTokenTypes.Modifier;
            case FUNCTION -> SemanticTokenTypes.Function;
            case CONSTANT -> SemanticTokenTypes.Macro;
            case NONE -> null;
        };
    }
}
