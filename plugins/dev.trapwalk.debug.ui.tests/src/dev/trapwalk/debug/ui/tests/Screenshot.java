package dev.trapwalk.debug.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;

/** Pictures of the workbench as a person sees it, for a person to judge; kept in {@code target/screenshots}. */
public final class Screenshot {

    private Screenshot() {
    }

    /**
     * Saves what the display shows inside a shell's bounds, other shells above it included.
     *
     * @param name the file's name without its ending
     * @return the picture, for tests of what is in it
     */
    public static ImageData of(Shell shell, String name) throws IOException {
        Workbench.settle();
        Rectangle bounds = painted(shell).intersection(shell.getDisplay().getBounds());
        Image image = new Image(shell.getDisplay(), bounds.width, bounds.height);
        GC gc = new GC(shell.getDisplay());
        gc.copyArea(image, bounds.x, bounds.y);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        Path folder = Path.of(System.getProperty("trapwalk.screenshots", "target/screenshots"));
        Files.createDirectories(folder);
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] { data };
        loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
        return data;
    }

    /** Menu bar and client area: without a window manager a shell's bounds count borders that nobody drew. */
    private static Rectangle painted(Shell shell) {
        Rectangle client = shell.getDisplay().map(shell, null, shell.getClientArea());
        Point corner = shell.getLocation();
        return new Rectangle(corner.x, corner.y, client.x + client.width - corner.x,
                client.y + client.height - corner.y);
    }
}
