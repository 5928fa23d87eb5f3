package dev.trapwalk.debug.ui.listing;

import org.eclipse.osgi.util.NLS;

/** Texts of the listing editor. */
final class Messages extends NLS {

    public static String coverageOf;
    public static String coverageOfSession;
    public static String listingOf;
    public static String notDrawn;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.listing.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
