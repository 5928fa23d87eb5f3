package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.Diagnostic;
import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.CapName;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.PseudoTarget;
import dev.trapwalk.lang.model.SymbolicSlot;
import dev.trapwalk.lang.program.Constants;
import dev.trapwalk.lang.program.FunctionSpec;
import dev.trapwalk.lang.program.Libsel4;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;

/** What is known about a name and does not stand beside it: derived facts, in Markdown. */
public final class HoverService {

    /** The facts about what stands at {@code position}, or null when there are none. */
    public Hover hover(AnalysedDocument document, Position position) {
        Symbol symbol = Symbol.at(document, position);
        String text = symbol == null ? null : text(document, symbol);
        return text == null ? null
                : new Hover(new MarkupContent(MarkupKind.MARKDOWN, text), document.text().tokenRange(symbol.token()));
    }

    /** Findings that cover {@code position}, one per line, for editors that show them in hovers themselves. */
    public String findings(AnalysedDocument document, Position position) {
        TextSnapshot text = document.text();
        int offset = text.offset(position);
        StringBuilder lines = new StringBuilder();
        for (Diagnostic found : document.analysis().diagnostics()) {
            if (found.offset() <= offset && offset <= found.offset() + found.length()) {
                lines.append(found.message()).append(" [").append(found.id()).append("]\n\n");
            }
        }
        return lines.toString();
    }

    private static String text(AnalysedDocument document, Symbol symbol) {
        String name = symbol.name();
        return switch (symbol.kind()) {
            case OBJECT -> object(document, name);
            case CAP -> cap(document, name);
            case TYPE -> ObjectType.of(name) == null ? null : code(name) + " – " + Messages.format("type." + name);
            case SLOT -> SymbolicSlot.of(name) == null ? null
                    : code(name) + " – " + Messages.format("slot." + name) + "\n\n"
                            + Messages.format("hover.slotNumber", SymbolicSlot.of(name).number());
            case ARCH -> Arch.of(name).map(arch -> code(name) + " – " + Messages.format("completion.arch",
                    arch.wordBits())).orElse(null);
            case RIGHTS -> Messages.format("completion.rights");
            case FUNCTION -> function(name);
            case CONSTANT -> constant(name);
            default -> null;
        };
    }

    private static String object(AnalysedDocument document, String name) {
        ObjectDecl decl = document.model().mentioned(name);
        return decl == null ? null : ObjectFacts.of(document.model(), decl);
    }

    private static String constant(String name) {
        if (PseudoTarget.of(name) != null) {
            return code(name) + " – " + Messages.format("completion.pseudo");
        }
        Long value = Constants.value(name);
        return value == null ? null : code(name) + " = " + value + " (" + Numerals.hex(value) + ")";
    }

    private static String cap(AnalysedDocument document, String name) {
        CapName cap = document.model().capName(name);
        if (cap == null || cap.places().isEmpty()) {
            return null;
        }
        return code(name) + " – " + Messages.format("hover.cap", cap.places().get(0), cap.count());
    }

    private static String function(String name) {
        FunctionSpec function = Libsel4.function(name);
        return function == null ? null : "```c\n" + function.prototype() + "\n```\n" + Libsel4.description(function);
    }

    private static String code(String word) {
        return "`" + word + "`";
    }
}
