package dev.trapwalk.examples;

import org.eclipse.osgi.util.NLS;

/** The texts of this bundle, from {@code messages.properties}. */
final class Messages extends NLS {

    public static String creating;
    public static String unreadable;
    public static String wizard;
    public static String wizardDescription;
    public static String wizardTitle;

    static {
        NLS.initializeMessages("dev.trapwalk.examples.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
