package dev.trapwalk.debug.ui.breakpoints;

import org.eclipse.osgi.util.NLS;

/** Texts about breakpoints. */
final class Messages extends NLS {

    static String toggleLine;
    static String togglePoint;
    static String togglePointFails;
    static String togglePointHolds;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.breakpoints.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
