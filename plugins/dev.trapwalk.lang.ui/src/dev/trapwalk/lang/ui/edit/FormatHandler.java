package dev.trapwalk.lang.ui.edit;

import dev.trapwalk.lang.ide.services.FormattingService;
import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.Messages;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;

/** Lays out the selected lines, or the whole text when nothing is selected; as another command, in canonical order. */
public final class FormatHandler extends AbstractHandler {
    private static final String CANONICAL = "dev.trapwalk.lang.ui.formatCanonical";
    private static final int INDENT = 4;

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        ActiveEditor active = ActiveEditor.of(event);
        if (active == null) {
            return null;
        }
        if (active.analysed() == null) {
            RenameHandler.status(active.editor(), Messages.Format_Syntax);
            return null;
        }
        FormattingService service = LangUi.get().services().formatting();
        FormattingOptions options = new FormattingOptions(INDENT, true);
        boolean canonical = CANONICAL.equals(event.getCommand().getId());
        if (canonical && !service.isReorderable(active.analysed())) {
            RenameHandler.status(active.editor(), Messages.Format_NoOrder);
            return null;
        }
        if (canonical) {
            options.putString(FormattingService.ORDER, FormattingService.CANONICAL);
        }
        Range range = active.range();
        List<TextEdit> edits = canonical || range.getStart().equals(range.getEnd()) ? service.format(active.analysed(), options)
                : service.format(active.analysed(), range, options);
        try {
            Edits.apply(active.document(), active.analysed().text(), edits);
        } catch (BadLocationException e) {
            throw new ExecutionException(active.analysed().uri(), e);
        }
        return null;
    }
}
