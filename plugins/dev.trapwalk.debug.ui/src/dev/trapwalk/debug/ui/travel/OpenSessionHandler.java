package dev.trapwalk.debug.ui.travel;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.dialogs.ElementTreeSelectionDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.model.WorkbenchContentProvider;
import org.eclipse.ui.model.WorkbenchLabelProvider;

/** "Open Session...": goes to where the selected file says; asks for one if none is selected. */
public final class OpenSessionHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        selected(event).or(() -> ask(window)).ifPresent(file ->
                SessionFiles.open(file, refusal -> StatusText.refuse(window, refusal)));
        return null;
    }

    private static Optional<IFile> selected(ExecutionEvent event) {
        return HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
                ? Optional.ofNullable(Adapters.adapt(selection.getFirstElement(), IFile.class))
                        .filter(OpenSessionHandler::isSession)
                : Optional.empty();
    }

    private static boolean isSession(IFile file) {
        return SessionFiles.EXTENSION.equals(file.getFileExtension());
    }

    private static Optional<IFile> ask(IWorkbenchWindow window) {
        ElementTreeSelectionDialog dialog = new ElementTreeSelectionDialog(window.getShell(),
                new WorkbenchLabelProvider(), new WorkbenchContentProvider());
        dialog.setTitle(Messages.openSession);
        dialog.setMessage(Messages.openSessionPrompt);
        dialog.setInput(ResourcesPlugin.getWorkspace().getRoot());
        dialog.setAllowMultiple(false);
        dialog.addFilter(new ViewerFilter() {
            @Override
            public boolean select(Viewer viewer, Object parent, Object element) {
                return element instanceof IContainer || element instanceof IFile file && isSession(file);
            }
        });
        return dialog.open() == Window.OK && dialog.getFirstResult() instanceof IFile file && isSession(file)
                ? Optional.of(file) : Optional.empty();
    }
}
