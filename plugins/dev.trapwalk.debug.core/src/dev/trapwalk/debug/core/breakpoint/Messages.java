package dev.trapwalk.debug.core.breakpoint;

import org.eclipse.osgi.util.NLS;

/** Texts of breakpoints. */
final class Messages extends NLS {

    public static String line;
    public static String pointFails;
    public static String pointHolds;
    public static String unreadable;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.core.breakpoint.messages", Messages.class);
    }

    private Messages() {
    }
}
