package dev.trapwalk.debug.ui.travel;

import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;

/** Tells something in the status line of the active part: no dialog stands in the way of stepping. */
public final class StatusText {

    private StatusText() {
    }

    /** Tells that something was refused, and why; from any thread. */
    public static void refuse(IWorkbenchWindow window, String message) {
        tell(window, message, true);
    }

    /** Tells that something was done; from any thread. */
    public static void tell(IWorkbenchWindow window, String message) {
        tell(window, message, false);
    }

    private static void tell(IWorkbenchWindow window, String message, boolean isRefusal) {
        Display display = window.getWorkbench().getDisplay();
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                IWorkbenchPart part = window.getActivePage() == null ? null : window.getActivePage().getActivePart();
                IStatusLineManager line = part instanceof IViewPart view
                        ? view.getViewSite().getActionBars().getStatusLineManager()
                        : part instanceof IEditorPart editor
                                ? editor.getEditorSite().getActionBars().getStatusLineManager() : null;
                if (line != null) {
                    line.setErrorMessage(isRefusal ? message : null);
                    line.setMessage(isRefusal ? null : message);
                }
            });
        }
    }
}
