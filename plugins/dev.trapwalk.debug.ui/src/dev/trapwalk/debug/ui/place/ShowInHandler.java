package dev.trapwalk.debug.ui.place;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows what is selected in the view whose id stands behind the class name in {@code plugin.xml}. */
public final class ShowInHandler extends AbstractHandler implements IExecutableExtension {

    private String view;

    @Override
    public void setInitializationData(IConfigurationElement config, String property, Object data) {
        view = (String) data;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPart part = HandlerUtil.getActivePartChecked(event);
        Optional<KernelPlace> place = KernelPlace.of(HandlerUtil.getCurrentSelection(event));
        if (part instanceof IViewPart from) {
            from.getViewSite().getActionBars().getStatusLineManager()
                    .setErrorMessage(place.isPresent() ? null : Messages.noPlace);
        }
        if (place.isPresent()) {
            show(part.getSite().getPage(), view, place.get());
        }
        return null;
    }

    /** Opens a view and shows a place in it. */
    public static void show(IWorkbenchPage page, String view, KernelPlace place) throws ExecutionException {
        try {
            if (page.showView(view) instanceof ShowsPlaces shows) {
                shows.reveal(place);
            }
        } catch (PartInitException failed) {
            throw new ExecutionException(failed.getMessage(), failed);
        }
    }
}
