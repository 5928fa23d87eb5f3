package dev.trapwalk.debug.core.csource;

import org.eclipse.osgi.util.NLS;

/** Texts about the user's seL4 sources. */
final class Messages extends NLS {

    public static String noCheckout;
    public static String noFolder;
    public static String reading;
    public static String unreadable;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.core.csource.messages", Messages.class);
    }

    private Messages() {
    }
}
