package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.Diagnostic;
import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.services.fix.QuickFixes;
import dev.trapwalk.lang.ide.services.fix.Refactorings;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Range;

/** Quick fixes of findings, and refactorings of what stands at a place. */
public final class CodeActionService {

    /**
     * What can be done in {@code range}.
     *
     * @param kinds kinds of actions that are wanted, as the protocol names them; null or empty for all
     */
    public List<CodeAction> actions(AnalysedDocument document, Range range, List<String> kinds) {
        int from = document.text().offset(range.getStart());
        int to = document.text().offset(range.getEnd());
        List<CodeAction> actions = new ArrayList<>();
        if (wanted(kinds, CodeActionKind.QuickFix)) {
            List<Diagnostic> found = document.analysis().diagnostics();
            List<org.eclipse.lsp4j.Diagnostic> shown = new DiagnosticService().diagnostics(document);
            for (int i = 0; i < shown.size(); i++) {
                if (found.get(i).offset() <= to && from <= found.get(i).offset() + found.get(i).length()) {
                    actions.addAll(QuickFixes.of(document, found.get(i), shown.get(i)));
                }
            }
        }
        if (wanted(kinds, CodeActionKind.RefactorRewrite)) {
            actions.addAll(Refactorings.at(document, from));
        }
        return actions;
    }

    private static boolean wanted(List<String> kinds, String kind) {
        return kinds == null || kinds.isEmpty()
                || kinds.stream().anyMatch(each -> kind.equals(each) || kind.startsWith(each + "."));
    }
}
