package dev.trapwalk.debug.ui.memory;

import org.eclipse.osgi.util.NLS;

/** Texts of the rendering. */
final class Messages extends NLS {

    public static String address;
    public static String notMapped;
    public static String value;
    public static String what;
    public static String word;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.memory.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
