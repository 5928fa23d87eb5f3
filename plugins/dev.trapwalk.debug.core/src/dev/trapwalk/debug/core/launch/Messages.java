package dev.trapwalk.debug.core.launch;

import org.eclipse.osgi.util.NLS;

/** Texts of launching. */
final class Messages extends NLS {

    static String errorAt;
    static String launching;
    static String missingFile;
    static String noScenario;
    static String notAFile;
    static String notBootable;
    static String stillRunning;
    static String unreadable;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.core.launch.messages", Messages.class);
    }

    private Messages() {
    }
}
