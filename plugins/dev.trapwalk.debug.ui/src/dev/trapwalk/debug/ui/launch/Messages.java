package dev.trapwalk.debug.ui.launch;

import org.eclipse.osgi.util.NLS;

/** Texts of the launch configuration dialog. */
final class Messages extends NLS {

    static String browse;
    static String chooseScenario;
    static String history;
    static String historyUnit;
    static String scenario;
    static String scenarioHint;
    static String stopAtStart;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.launch.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
