package dev.trapwalk.lang.ide.services.fix;

import dev.trapwalk.lang.Diagnostic;
import dev.trapwalk.lang.Fixes;
import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.services.Messages;
import dev.trapwalk.lang.model.ObjectDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/** Turns what a finding says about its repair into edits. */
public final class QuickFixes {

    private QuickFixes() {
    }

    /** The repairs of a finding, best first; the last one silences it. */
    public static List<CodeAction> of(AnalysedDocument document, Diagnostic found, org.eclipse.lsp4j.Diagnostic shown) {
        List<CodeAction> actions = new ArrayList<>();
        List<String> data = found.data();
        switch (found.fix()) {
            case Fixes.REPLACE -> data.forEach(text -> actions.add(action(document, shown,
                    Messages.format("fix.replace", text), edit(document, found.offset(), found.length(), text))));
            case Fixes.REMOVE -> {
                Removal removal = Removal.of(document.text().text(), found.offset(), found.length());
                actions.add(action(document, shown, Messages.format("fix.remove", shorten(document.text().text()
                        .substring(found.offset(), found.offset() + found.length()))),
                        edit(document, removal.offset(), removal.length(), "")));
            }
            case Fixes.INSERT -> actions.add(action(document, shown, Messages.format("fix.insert",
                    shorten(data.get(1).strip())), edit(document, Integer.parseInt(data.get(0)), 0, data.get(1))));
            case Fixes.REPLACE_AT -> actions.add(action(document, shown, Messages.format("fix.replace",
                    shorten(data.get(2).strip())), edit(document, Integer.parseInt(data.get(0)),
                    Integer.parseInt(data.get(1)), data.get(2))));
            case Fixes.FILL_SLOT -> SlotFilling.of(document, data).forEach(filling -> actions.add(action(document, shown,
                    Messages.format("fix.insert", filling.text().strip()),
                    edit(document, filling.offset(), 0, filling.text()))));
            case Fixes.RESIZE_CNODE -> resize(document, shown, data, actions);
            default -> {
                // Nothing mends this one mechanically.
            }
        }
        actions.forEach(action -> action.setIsPreferred(action == actions.get(0)));
        if (!found.id().startsWith("S")) {
            actions.add(silence(document, found, shown));
        }
        return actions;
    }

    private static void resize(AnalysedDocument document, org.eclipse.lsp4j.Diagnostic shown, List<String> data,
            List<CodeAction> actions) {
        ObjectDecl cnode = document.model().object(data.get(0));
        int bits = Integer.parseInt(data.get(1));
        if (cnode != null) {
            List<TextEdit> edits = CNodeResize.edits(document, cnode, bits);
            if (!edits.isEmpty()) {
                actions.add(action(document, shown, Messages.format("fix.resize", cnode.name(), bits), edits));
            }
        }
    }

    private static CodeAction silence(AnalysedDocument document, Diagnostic found, org.eclipse.lsp4j.Diagnostic shown) {
        int line = shown.getRange().getStart().getLine();
        int start = document.text().lines().start(line);
        String text = document.text().text();
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        String comment = text.substring(start, end) + "-- trapwalk: ignore " + found.id() + document.text().lineEnd();
        return action(document, shown, Messages.format("fix.silence", found.id()), edit(document, start, 0, comment));
    }

    private static CodeAction action(AnalysedDocument document, org.eclipse.lsp4j.Diagnostic shown, String title,
            List<TextEdit> edits) {
        CodeAction action = new CodeAction(title);
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(shown));
        action.setEdit(new WorkspaceEdit(Map.of(document.uri(), edits)));
        return action;
    }

    private static List<TextEdit> edit(AnalysedDocument document, int offset, int length, String text) {
        return List.of(new TextEdit(document.text().range(offset, length), text));
    }

    private static String shorten(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 40 ? line : line.substring(0, 37) + "...";
    }
}
