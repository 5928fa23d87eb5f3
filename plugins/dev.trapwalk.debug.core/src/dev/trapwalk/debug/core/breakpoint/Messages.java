package dev.trapwalk.debug.core.breakpoint;

import org.eclipse.osgi.util.NLS;

/** Texts of breakpoints. */
final class Messages extends NLS {

    static String line;
    static String pointFails;
    static String pointHolds;
    static String unreadable;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.core.breakpoint.messages", Messages.class);
    }

    private Messages() {
    }
}
