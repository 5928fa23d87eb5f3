package dev.trapwalk.lang.ui.part;

import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWindowListener;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Has a listener hear of the parts of each window, also of one that is opened later; a window's end takes it away. */
public final class EveryWindow implements IWindowListener {
    private final IPartListener2 listener;

    private EveryWindow(IPartListener2 listener) {
        this.listener = listener;
    }

    /** From now on; on the user interface thread. */
    public static void listen(IPartListener2 listener) {
        EveryWindow windows = new EveryWindow(listener);
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            windows.windowOpened(window);
        }
        PlatformUI.getWorkbench().addWindowListener(windows);
    }

    @Override
    public void windowOpened(IWorkbenchWindow window) {
        window.getPartService().addPartListener(listener);
    }

    @Override
    public void windowClosed(IWorkbenchWindow window) {
        // The listener goes with the window's part service.
    }

    @Override
    public void windowActivated(IWorkbenchWindow window) {
        // The parts stay as they are.
    }

    @Override
    public void windowDeactivated(IWorkbenchWindow window) {
        // The parts stay as they are.
    }
}
