package dev.trapwalk.debug.core.launch;

import org.eclipse.osgi.util.NLS;

/** Texts of launching. */
final class Messages extends NLS {

    public static String errorAt;
    public static String launching;
    public static String missingFile;
    public static String noScenario;
    public static String notAFile;
    public static String notBootable;
    public static String stillRunning;
    public static String unreadable;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.core.launch.messages", Messages.class);
    }

    private Messages() {
    }
}
