package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.syntax.Role;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Range;

/** A line above the text that starts the debugger. */
public final class CodeLensService {
    /** Starts a debug session; the argument is the address of the file. The front end carries it out. */
    public static final String DEBUG = "trapwalk.debug";

    /** Above the layout, or above the first program of a scenario. */
    public List<CodeLens> lenses(AnalysedDocument document) {
        return lenses(document.text());
    }

    /** The lenses of a text that need not be analysed. */
    public List<CodeLens> lenses(TextSnapshot text) {
        String keyword = text.isWalk() ? "program" : "arch";
        for (int i = 0; i < text.tokens().size(); i++) {
            if (text.tokens().is(i, keyword) && text.syntax().role(i) == Role.KEYWORD) {
                return List.of(lens(text, i, text.isWalk() ? "lens.debugScenario" : "lens.debugLayout"));
            }
        }
        return List.of();
    }

    private static CodeLens lens(TextSnapshot text, int token, String key) {
        Range range = text.tokenRange(token);
        return new CodeLens(range, new Command(Messages.format(key), DEBUG, List.of(text.uri())), null);
    }
}
