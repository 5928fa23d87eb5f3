package dev.trapwalk.lang.ide.tests;

import dev.trapwalk.lang.ide.document.LineIndex;
import java.util.Comparator;
import java.util.List;
import org.eclipse.lsp4j.TextEdit;

/** Applies edits as an editor does. */
final class TextEdits {

    private TextEdits() {
    }

    static String apply(String text, List<? extends TextEdit> edits) {
        LineIndex lines = new LineIndex(text);
        StringBuilder changed = new StringBuilder(text);
        edits.stream().sorted(Comparator.comparing((TextEdit edit) -> -lines.offset(edit.getRange().getStart())))
                .forEach(edit -> changed.replace(lines.offset(edit.getRange().getStart()),
                        lines.offset(edit.getRange().getEnd()), edit.getNewText()));
        return changed.toString();
    }
}
