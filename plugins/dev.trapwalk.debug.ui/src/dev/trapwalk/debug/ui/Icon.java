package dev.trapwalk.debug.ui;

import java.util.Locale;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** The icons of this bundle, {@code icons/<name>.svg}; one meaning, one look, everywhere. */
public enum Icon {
    BLANK, BREAKPOINT, BREAKPOINT_FAILS, BREAKPOINT_HOLDS, BREAKPOINT_OFF, CHANGED, CHANGED_EARLIER, CHECK, FILTER,
    FLAG, FOLLOW,
    FUNCTION, HERE, LAUNCH, LISTING, POINT,
    SINCE_ENTRY, THREAD, THREAD_BLOCKED, THREAD_CURRENT, USER_FRAME, ZOOM_IN, ZOOM_OUT;

    private volatile Image loaded;

    /** Path of the icon within this bundle. */
    public String path() {
        return "icons/" + name().toLowerCase(Locale.ROOT) + ".svg"; //$NON-NLS-1$ //$NON-NLS-2$
    }

    /** The icon for whoever manages images itself. */
    public ImageDescriptor descriptor() {
        return ResourceLocator.imageDescriptorFromBundle(DebugUi.PLUGIN_ID, path())
                .orElseGet(ImageDescriptor::getMissingImageDescriptor);
    }

    /** Whether the image may be asked for on any thread. */
    public boolean isLoaded() {
        return loaded != null;
    }

    /** The shared image; unless it is loaded on the user interface thread only, and never to be disposed. */
    public Image image() {
        if (loaded == null) {
            loaded = load();
        }
        return loaded;
    }

    private Image load() {
        ImageRegistry registry = JFaceResources.getImageRegistry();
        String key = DebugUi.PLUGIN_ID + '/' + name();
        if (registry.getDescriptor(key) == null) {
            registry.put(key, descriptor());
        }
        return registry.get(key);
    }
}
