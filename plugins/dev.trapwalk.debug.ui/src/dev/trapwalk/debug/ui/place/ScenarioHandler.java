package dev.trapwalk.debug.ui.place;

import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** Opens the scenario where the selected object is declared. */
public final class ScenarioHandler extends DeclarationHandler {

    @Override
    protected void show(IWorkbenchPage page, Declared declared) throws PartInitException {
        declared.open(page);
    }
}
