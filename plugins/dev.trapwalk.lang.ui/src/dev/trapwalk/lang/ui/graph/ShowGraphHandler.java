package dev.trapwalk.lang.ui.graph;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the graph of the layout in the editor. */
public final class ShowGraphHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().showView(GraphView.ID);
            return null;
        } catch (PartInitException e) {
            throw new ExecutionException(GraphView.ID, e);
        }
    }
}
