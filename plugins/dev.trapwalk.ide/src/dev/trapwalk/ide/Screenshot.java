package dev.trapwalk.ide;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/**
 * A picture of the started IDE for machines whose display nobody sees: with the system property
 * {@code trapwalk.ide.screenshot=FILE} the IDE draws itself into that PNG file and exits.
 */
final class Screenshot {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    /** Milliseconds that views and labels, which fill in background jobs, get to settle. */
    private static final int SETTLE = 4000;

    private Screenshot() {
    }

    /** Takes the picture and closes the workbench if the property asks for it, else does nothing. */
    static void ofThisStartIfAsked() {
        String file = System.getProperty("trapwalk.ide.screenshot", ""); //$NON-NLS-1$ //$NON-NLS-2$
        if (file.isBlank()) {
            return;
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.syncExec(() -> workbenchShell().setBounds(0, 0, WIDTH, HEIGHT));
        display.asyncExec(() -> display.timerExec(SETTLE, () -> saveAndClose(display, file)));
    }

    private static void saveAndClose(Display display, String file) {
        // Menu bar and client area: without a window manager the shell's bounds count borders that nobody drew.
        Rectangle client = workbenchShell().getClientArea();
        Rectangle painted = display.map(workbenchShell(), null, client);
        Image image = new Image(display, painted.x + painted.width, painted.y + painted.height);
        GC gc = new GC(display);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] { image.getImageData() };
        loader.save(file, SWT.IMAGE_PNG);
        image.dispose();
        PlatformUI.getWorkbench().close();
    }

    private static Shell workbenchShell() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
    }
}
