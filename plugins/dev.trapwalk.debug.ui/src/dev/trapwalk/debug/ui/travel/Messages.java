package dev.trapwalk.debug.ui.travel;

import org.eclipse.osgi.util.NLS;

/** Texts about marks. */
final class Messages extends NLS {

    public static String starting;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.travel.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
