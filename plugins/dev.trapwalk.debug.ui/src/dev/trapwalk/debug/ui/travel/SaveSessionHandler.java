package dev.trapwalk.debug.ui.travel;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.dialogs.SaveAsDialog;
import org.eclipse.ui.handlers.HandlerUtil;

/** "Save Session...": asks for a file of the workspace, beside the scenario at first. */
public final class SaveSessionHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        Optional<WalkDebugTarget> target = Selected.session(window);
        if (target.isEmpty()) {
            StatusText.refuse(window, Messages.nothingStands);
            return null;
        }
        SaveAsDialog dialog = new SaveAsDialog(window.getShell());
        dialog.setOriginalFile(target.get().scenario().getParent().getFile(
                target.get().scenario().getFullPath().removeFileExtension().addFileExtension(SessionFiles.EXTENSION)
                        .makeRelativeTo(target.get().scenario().getParent().getFullPath())));
        if (dialog.open() == Window.OK && dialog.getResult() != null) {
            SessionFiles.save(target.get(), ResourcesPlugin.getWorkspace().getRoot().getFile(dialog.getResult()),
                    done -> StatusText.tell(window, done), refusal -> StatusText.refuse(window, refusal));
        }
        return null;
    }
}
