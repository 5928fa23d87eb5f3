package dev.trapwalk.debug.ui.view;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jface.action.Action;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;

/** Edit > Copy in a view: all that it shows, as text. */
final class Copy extends Action {

    private final Supplier<List<String>> texts;

    private Copy(Supplier<List<String>> texts) {
        this.texts = texts;
    }

    static void install(IActionBars bars, Supplier<List<String>> texts) {
        bars.setGlobalActionHandler(ActionFactory.COPY.getId(), new Copy(texts));
        bars.updateActionBars();
    }

    @Override
    public void run() {
        String text = String.join(System.lineSeparator(), texts.get());
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(null);
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }
}
