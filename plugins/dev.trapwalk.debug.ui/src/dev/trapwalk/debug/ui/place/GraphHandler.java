package dev.trapwalk.debug.ui.place;

import dev.trapwalk.lang.ui.graph.GraphView;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** Shows the selected object in the capability graph of its layout: the graph follows the cursor of the scenario. */
public final class GraphHandler extends DeclarationHandler {

    @Override
    protected void show(IWorkbenchPage page, Declared declared) throws PartInitException {
        declared.open(page);
        page.showView(GraphView.ID);
    }
}
