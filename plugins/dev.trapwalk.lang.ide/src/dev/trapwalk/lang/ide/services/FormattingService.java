package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.export.CanonicalWriter;
import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;

/**
 * Lays a text out: one item per line, indented by its depth, one blank between words. Only white space changes, the
 * order stays. A block that was written on one line stays on one line.
 *
 * <p>With the option {@link #ORDER} set to {@link #CANONICAL} a layout is written anew instead: objects by name, slots in order
 * and with their numbers, copies and named capabilities as what they are, comments in front of what they are about. A
 * layout with errors, and a scenario, whose programs have an order of their own, are only laid out.
 */
public final class FormattingService {
    /** Key of the option that says in which order: {@link #CANONICAL} or {@link #KEEP}, which is usual. */
    public static final String ORDER = "order";
    public static final String CANONICAL = "canonical";
    public static final String KEEP = "keep";

    /** The edits that lay out the whole text. */
    public List<TextEdit> format(AnalysedDocument document, FormattingOptions options) {
        if (CANONICAL.equals(order(options)) && isReorderable(document)) {
            String text = document.text().text();
            String canonical = CanonicalWriter.writeWithComments(document.model())
                    .replace("\n", document.text().lineEnd());
            return canonical.equals(text) ? List.of()
                    : List.of(new TextEdit(document.text().range(0, text.length()), canonical));
        }
        return format(document.text(), options);
    }

    /** Whether canonical order means anything for a document. */
    public boolean isReorderable(AnalysedDocument document) {
        return !document.isWalk() && !document.analysis().hasErrors();
    }

    private static String order(FormattingOptions options) {
        Either3<String, Number, Boolean> order = options.get(ORDER);
        return order != null && order.isFirst() ? order.getFirst() : KEEP;
    }

    /** The edits that lay out the lines of {@code range}. */
    public List<TextEdit> format(AnalysedDocument document, Range range, FormattingOptions options) {
        int first = range.getStart().getLine();
        Position end = range.getEnd();
        int last = end.getCharacter() == 0 && end.getLine() > first ? end.getLine() - 1 : end.getLine();
        return format(document.text(), options).stream().filter(edit -> edit.getRange().getEnd().getLine() >= first
                && edit.getRange().getEnd().getLine() <= last).toList();
    }

    /** The edits that lay out a text, which need not be analysed. */
    public List<TextEdit> format(TextSnapshot text, FormattingOptions options) {
        String unit = options.isInsertSpaces() ? " ".repeat(Math.max(1, options.getTabSize())) : "\t";
        Layout layout = new Layout(text, unit);
        Tokens tokens = text.tokens();
        List<TextEdit> edits = new ArrayList<>();
        String lineEnd = text.lineEnd();
        int previous = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String gap = layout.gap(i);
            edit(text, previous, tokens.start(i), gap == null ? null : gap.replace("\n", lineEnd), edits);
            previous = tokens.end(i);
        }
        edit(text, previous, text.text().length(), tokens.size() == 0 ? "" : lineEnd, edits);
        return isHarmless(text, edits) ? edits : List.of();
    }

    /** Where a text makes no sense, a blank may make two tokens of one; such a text is left alone. */
    private static boolean isHarmless(TextSnapshot text, List<TextEdit> edits) {
        StringBuilder changed = new StringBuilder(text.text().length() + 64);
        int last = 0;
        for (TextEdit edit : edits) {
            changed.append(text.text(), last, text.offset(edit.getRange().getStart())).append(edit.getNewText());
            last = text.offset(edit.getRange().getEnd());
        }
        changed.append(text.text(), last, text.text().length());
        Tokens before = text.tokens();
        Tokens after = Tokens.of(changed.toString(), text.isWalk());
        boolean same = before.size() == after.size();
        for (int i = 0; same && i < before.size(); i++) {
            same = after.is(i, before.text(i));
        }
        return same;
    }

    private static void edit(TextSnapshot text, int from, int to, String gap, List<TextEdit> edits) {
        if (gap != null && !text.text().substring(from, to).equals(gap)) {
            edits.add(new TextEdit(text.range(from, to - from), gap));
        }
    }
}
