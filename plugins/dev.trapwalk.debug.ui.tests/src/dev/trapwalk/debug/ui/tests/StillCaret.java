package dev.trapwalk.debug.ui.tests;

import java.nio.charset.StandardCharsets;

/**
 * Has carets stand still. SWT on GTK paints the whole text anew whenever one blinks, about as often as a test looks
 * whether anything is painted: with the focus in an editor it would wait in vain for rest.
 */
final class StillCaret {

    private static final String INTERNAL = "org.eclipse.swt.internal.gtk.";

    private StillCaret() {
    }

    /** From now on; on the user interface thread, before there are editors. */
    static void set() {
        try {
            long settings = (long) Class.forName(INTERNAL + "GTK").getMethod("gtk_settings_get_default").invoke(null);
            Class.forName(INTERNAL + "OS").getMethod("g_object_set", long.class, byte[].class, boolean.class, long.class)
                    .invoke(null, settings, "gtk-cursor-blink\0".getBytes(StandardCharsets.US_ASCII), false, 0L);
        } catch (ClassNotFoundException anotherWindowSystem) {
            // Carets of others are not painted that way.
        } catch (ReflectiveOperationException changed) {
            throw new AssertionError(changed);
        }
    }
}
