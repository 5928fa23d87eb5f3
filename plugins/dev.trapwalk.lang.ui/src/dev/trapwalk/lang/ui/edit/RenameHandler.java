package dev.trapwalk.lang.ui.edit;

import dev.trapwalk.lang.ide.services.RenameService;
import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.Messages;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.window.Window;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;

/** Renames what the cursor is on. The dialog says at every keystroke why a name will not do. */
public final class RenameHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        ActiveEditor active = ActiveEditor.of(event);
        if (active == null || active.analysed() == null) {
            return null;
        }
        RenameService service = LangUi.get().services().rename();
        Position position = active.position();
        PrepareRenameResult prepared = service.prepare(active.analysed(), position);
        if (prepared == null) {
            status(active.editor(), Messages.Rename_Nothing);
            return null;
        }
        InputDialog dialog = new InputDialog(HandlerUtil.getActiveShell(event), Messages.Rename_Title,
                NLS.bind(Messages.Rename_Prompt, prepared.getPlaceholder()), prepared.getPlaceholder(),
                name -> service.refusal(active.analysed(), position, name));
        if (dialog.open() == Window.OK) {
            try {
                Edits.apply(active.document(), active.analysed().text(),
                        service.rename(active.analysed(), position, dialog.getValue()));
            } catch (BadLocationException e) {
                throw new ExecutionException(prepared.getPlaceholder(), e);
            }
        }
        return null;
    }

    static void status(IEditorPart editor, String message) {
        editor.getEditorSite().getActionBars().getStatusLineManager().setErrorMessage(message);
    }
}
