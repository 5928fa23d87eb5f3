package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.syntax.Tokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;

/** Blocks in braces and comments that span lines. */
public final class FoldingService {

    /** What can be folded, in the order of the ends. */
    public List<FoldingRange> folding(AnalysedDocument document) {
        return folding(document.text());
    }

    /** What can be folded in a text that need not be analysed. */
    public List<FoldingRange> folding(TextSnapshot text) {
        List<FoldingRange> ranges = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        Tokens tokens = text.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            char sign = tokens.sign(i);
            if (sign == '{') {
                open.push(i);
            } else if (sign == '}' && !open.isEmpty()) {
                add(ranges, line(text, tokens.start(open.pop())), line(text, tokens.start(i)), FoldingRangeKind.Region);
            } else if (tokens.kind(i) == Tokens.Kind.COMMENT) {
                int first = i;
                while (i + 1 < tokens.size() && tokens.kind(i + 1) == Tokens.Kind.COMMENT) {
                    i++;
                }
                add(ranges, line(text, tokens.start(first)), line(text, tokens.end(i)), FoldingRangeKind.Comment);
            }
        }
        return ranges;
    }

    private static int line(TextSnapshot text, int offset) {
        return text.lines().line(offset);
    }

    private static void add(List<FoldingRange> ranges, int first, int last, String kind) {
        if (last > first) {
            FoldingRange range = new FoldingRange(first, last);
            range.setKind(kind);
            ranges.add(range);
        }
    }
}
