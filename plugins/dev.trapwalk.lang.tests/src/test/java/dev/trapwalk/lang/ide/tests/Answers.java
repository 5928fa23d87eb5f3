package dev.trapwalk.lang.ide.tests;

import dev.trapwalk.lang.ide.document.Analyser;
import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.services.HolderGroup;
import dev.trapwalk.lang.ide.services.SemanticTokensService;
import dev.trapwalk.lang.ide.services.Services;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SignatureHelp;

/** What each service answers, as text that a person can read. */
final class Answers {
    static final String CURSOR = "¦";
    private static final Services SERVICES = new Services();

    private Answers() {
    }

    static String of(String service, String marked, boolean walk) {
        int cursor = Math.max(0, marked.indexOf(CURSOR));
        String text = marked.replace(CURSOR, "");
        String uri = "file:///golden." + (walk ? "walk" : "cdl");
        AnalysedDocument document = new Analyser().apply(new TextSnapshot(uri, 1, text));
        Position at = document.text().lines().position(cursor);
        Range all = document.text().range(0, text.length());
        return switch (service.replaceAll("-.*", "")) {
            case "completion" -> lines(SERVICES.completion().complete(document, at).getItems().stream()
                    .map(item -> item.getLabel() + " | " + item.getDetail()).toList());
            case "hover" -> hover(SERVICES.hover().hover(document, at));
            case "definition" -> lines(SERVICES.definition().definition(document, at).stream()
                    .map(link -> slice(document, link.getTargetRange())).toList());
            case "holders" -> lines(SERVICES.references().holders(document, at).stream().map(Answers::group).toList());
            case "rename" -> TextEdits.apply(text, SERVICES.rename().rename(document, at, "renamed").getChanges()
                    .get(uri));
            case "format" -> TextEdits.apply(text,
                    SERVICES.formatting().format(document, new FormattingOptions(4, true)));
            case "actions" -> SERVICES.codeActions().actions(document, new Range(at, at), null).stream()
                    .map(action -> action(text, uri, action)).collect(Collectors.joining());
            case "outline" -> outline(SERVICES.outline().outline(document), "");
            case "folding" -> lines(SERVICES.folding().folding(document).stream()
                    .map(range -> range.getStartLine() + ".." + range.getEndLine() + " " + range.getKind()).toList());
            case "hints" -> lines(SERVICES.inlayHints().hints(document, all).stream()
                    .map(hint -> place(hint.getPosition()) + " " + hint.getLabel().getLeft()).toList());
            case "lenses" -> lines(SERVICES.codeLenses().lenses(document).stream()
                    .map(lens -> place(lens.getRange().getStart()) + " " + lens.getCommand().getTitle()).toList());
            case "links" -> lines(SERVICES.documentLinks().links(document).stream()
                    .map(link -> slice(document, link.getRange()) + " -> " + link.getTarget()).toList());
            case "signature" -> signature(SERVICES.signatures().help(document, at));
            case "colours" -> colours(document);
            default -> throw new IllegalArgumentException(service);
        };
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String place(Position position) {
        return (position.getLine() + 1) + ":" + (position.getCharacter() + 1);
    }

    private static String slice(AnalysedDocument document, Range range) {
        int start = document.text().offset(range.getStart());
        return place(range.getStart()) + " "
                + document.text().text().substring(start, document.text().offset(range.getEnd()));
    }

    private static String hover(Hover hover) {
        return hover == null ? "nothing\n" : hover.getContents().getRight().getValue() + "\n";
    }

    private static String group(HolderGroup group) {
        return group.thread() + group.entries().stream().map(entry -> "\n    " + entry.label())
                .collect(Collectors.joining());
    }

    private static String action(String text, String uri, CodeAction action) {
        String changed = TextEdits.apply(text, action.getEdit().getChanges().get(uri));
        List<String> old = text.lines().toList();
        return "* " + action.getTitle() + "\n"
                + lines(changed.lines().filter(line -> !old.contains(line)).map(line -> "    " + line.strip())
                        .toList());
    }

    private static String outline(List<DocumentSymbol> symbols, String indent) {
        return symbols == null ? "" : symbols.stream().map(symbol -> indent + symbol.getName() + " | "
                + symbol.getDetail() + " | " + place(symbol.getSelectionRange().getStart()) + "\n"
                + outline(symbol.getChildren(), indent + "    ")).collect(Collectors.joining());
    }

    private static String signature(SignatureHelp help) {
        return help == null ? "nothing\n" : help.getSignatures().get(0).getLabel() + "\n" + help.getSignatures().get(0)
                .getParameters().get(help.getActiveParameter()).getLabel().getLeft() + "\n";
    }

    private static String colours(AnalysedDocument document) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < document.text().tokens().size(); i++) {
            String type = SemanticTokensService.type(document.text().syntax().role(i));
            if (type != null) {
                text.append(type).append(' ').append(document.text().tokens().text(i)).append('\n');
            }
        }
        return text.toString();
    }
}
