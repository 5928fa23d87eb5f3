package dev.trapwalk.debug.ui.travel;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** "Copy Link to Here": scenario and mark as text on the clipboard. */
public final class CopyMarkHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        Optional<String> link = Selected.session(window).flatMap(CopyMarkHandler::link);
        if (link.isEmpty()) {
            StatusText.refuse(window, Messages.nothingStands);
            return null;
        }
        Clipboard clipboard = new Clipboard(window.getShell().getDisplay());
        clipboard.setContents(new Object[] {link.get()}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
        StatusText.tell(window, Messages.bind(Messages.copied, link.get()));
        return link.get();
    }

    private static Optional<String> link(WalkDebugTarget target) {
        return target.stopState().map(state -> MarkLink.of(target.scenario(), state.mark()).text());
    }
}
