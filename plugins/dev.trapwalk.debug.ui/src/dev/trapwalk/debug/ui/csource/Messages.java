package dev.trapwalk.debug.ui.csource;

import org.eclipse.osgi.util.NLS;

/** Texts about the user's seL4 sources. */
final class Messages extends NLS {

    public static String kernelSource;
    public static String noPoint;
    public static String pageAbout;
    public static String stepFilters;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.csource.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
