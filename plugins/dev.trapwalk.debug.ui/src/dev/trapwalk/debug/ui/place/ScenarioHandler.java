package dev.trapwalk.debug.ui.place;

import dev.trapwalk.engine.boot.SourcePlace;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;

/** Opens the scenario where the selected object is declared. */
public final class ScenarioHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPart part = HandlerUtil.getActivePartChecked(event);
        Optional<KernelPlace> place = KernelPlace.of(HandlerUtil.getCurrentSelection(event));
        Optional<SourcePlace> source = place.flatMap(ScenarioHandler::source);
        if (part instanceof IViewPart from) {
            from.getViewSite().getActionBars().getStatusLineManager().setErrorMessage(
                    source.isPresent() ? null : place.isEmpty() ? Messages.noPlace : Messages.notDeclared);
        }
        if (source.isPresent()) {
            open(part, place.get(), source.get());
        }
        return null;
    }

    private static Optional<SourcePlace> source(KernelPlace place) {
        return place.machine().flatMap(machine -> machine.objects().containing(place.object().id()))
                .map(object -> object.source()).filter(source -> source.line() > 0);
    }

    private static void open(IWorkbenchPart part, KernelPlace place, SourcePlace source) throws ExecutionException {
        try {
            IMarker marker = place.target().scenario().createMarker(IMarker.TEXT, Map.of(IMarker.LINE_NUMBER,
                    source.line()));
            IDE.openEditor(part.getSite().getPage(), marker);
            marker.delete();
        } catch (CoreException failed) {
            throw new ExecutionException(failed.getMessage(), failed);
        }
    }
}
