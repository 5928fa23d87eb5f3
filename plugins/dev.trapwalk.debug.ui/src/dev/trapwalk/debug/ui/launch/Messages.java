package dev.trapwalk.debug.ui.launch;

import org.eclipse.osgi.util.NLS;

/** Texts of the launch configuration dialog. */
final class Messages extends NLS {

    public static String browse;
    public static String browseFolder;
    public static String chooseScenario;
    public static String history;
    public static String historyUnit;
    public static String kernelSource;
    public static String kernelSourceHint;
    public static String noPresets;
    public static String scenario;
    public static String scenarioHint;
    public static String stopAtStart;
    public static String stops;
    public static String stopsHint;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.launch.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
