package dev.trapwalk.debug.ui.place;

import org.eclipse.osgi.util.NLS;

/** What is said when there is nothing to show. */
final class Messages extends NLS {

    public static String noPlace;
    public static String notDeclared;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.place.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
