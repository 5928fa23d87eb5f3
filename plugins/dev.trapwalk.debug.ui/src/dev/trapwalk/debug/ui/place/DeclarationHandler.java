package dev.trapwalk.debug.ui.place;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the selected object where the scenario declares it. */
abstract class DeclarationHandler extends AbstractHandler {

    @Override
    public final Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPart part = HandlerUtil.getActivePartChecked(event);
        Optional<KernelPlace> place = KernelPlace.of(HandlerUtil.getCurrentSelection(event));
        Optional<Declared> declared = place.flatMap(Declared::of);
        if (part instanceof IViewPart from) {
            from.getViewSite().getActionBars().getStatusLineManager().setErrorMessage(
                    declared.isPresent() ? null : place.isEmpty() ? Messages.noPlace : Messages.notDeclared);
        }
        if (declared.isPresent()) {
            try {
                show(part.getSite().getPage(), declared.get());
            } catch (PartInitException failed) {
                throw new ExecutionException(failed.getMessage(), failed);
            }
        }
        return null;
    }

    /** Shows a declaration. */
    protected abstract void show(IWorkbenchPage page, Declared declared) throws PartInitException;
}
