package dev.trapwalk.debug.ui.coverage;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.ui.travel.Selected;
import dev.trapwalk.debug.ui.travel.StatusText;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * "Show Kernel Coverage": runs the scenarios that are selected, else that of the editor or of the session, in the
 * background, where it can be cancelled, and lists in the Search view what they take of the kernel.
 */
public final class CoverageHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        try {
            Scenarios scenarios = Scenarios.in(selected(event, window));
            if (scenarios.files().isEmpty()) {
                StatusText.refuse(window, Messages.noScenario);
            } else {
                NewSearchUI.runQueryInBackground(new CoverageQuery(scenarios));
                window.getActivePage().showView(NewSearchUI.SEARCH_VIEW_ID);
            }
        } catch (CoreException unreadable) {
            throw new ExecutionException(unreadable.getMessage(), unreadable);
        }
        return null;
    }

    private static Set<IResource> selected(ExecutionEvent event, IWorkbenchWindow window) {
        Set<IResource> resources = new LinkedHashSet<>();
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
            for (Object element : selection) {
                IResource resource = Adapters.adapt(element, IResource.class);
                if (resource != null) {
                    resources.add(resource);
                }
            }
        }
        IEditorPart editor = HandlerUtil.getActiveEditor(event);
        IFile open = editor == null ? null : Adapters.adapt(editor.getEditorInput(), IFile.class);
        if (resources.isEmpty() && open != null) {
            resources.add(open);
        } else if (resources.isEmpty()) {
            Selected.session(window).map(WalkDebugTarget::scenario).ifPresent(resources::add);
        }
        return resources;
    }
}
