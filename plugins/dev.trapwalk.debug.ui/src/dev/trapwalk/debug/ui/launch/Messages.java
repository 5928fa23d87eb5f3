package dev.trapwalk.debug.ui.launch;

import org.eclipse.osgi.util.NLS;

/** Texts of the launch configuration dialog. */
final class Messages extends NLS {

    public static String browse;
    public static String chooseScenario;
    public static String history;
    public static String historyUnit;
    public static String scenario;
    public static String scenarioHint;
    public static String stopAtStart;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.launch.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
