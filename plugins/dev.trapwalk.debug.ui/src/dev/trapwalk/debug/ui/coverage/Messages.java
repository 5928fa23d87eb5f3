package dev.trapwalk.debug.ui.coverage;

import org.eclipse.osgi.util.NLS;

/** Texts of the coverage of scenarios. */
final class Messages extends NLS {

    public static String bothWays;
    public static String cancelledAfter;
    public static String done;
    public static String entered;
    public static String limit;
    public static String manyIn;
    public static String neverEntered;
    public static String noScenario;
    public static String notModelled;
    public static String notRun;
    public static String running;
    public static String scenarios;
    public static String title;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.coverage.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
