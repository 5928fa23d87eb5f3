package dev.trapwalk.examples;

import org.eclipse.osgi.util.NLS;

/** The texts of this bundle, from {@code messages.properties}. */
final class Messages extends NLS {

    static String creating;
    static String unreadable;

    static {
        NLS.initializeMessages("dev.trapwalk.examples.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
