package dev.trapwalk.debug.core.analysis;

import org.eclipse.osgi.util.NLS;

/** Texts of private runs. */
final class Messages extends NLS {

    public static String neverReached;
    public static String noKernelEntry;
    public static String noSystemCall;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.core.analysis.messages", Messages.class);
    }

    private Messages() {
    }
}
