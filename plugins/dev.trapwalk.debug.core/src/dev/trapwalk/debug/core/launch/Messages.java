package dev.trapwalk.debug.core.launch;

import org.eclipse.osgi.util.NLS;

/** Texts of launching. */
final class Messages extends NLS {

    public static String aFlag;
    public static String aList;
    public static String aNumber;
    public static String aPath;
    public static String errorAt;
    public static String launching;
    public static String missingFile;
    public static String noScenario;
    public static String notAFile;
    public static String notBootable;
    public static String outputOf;
    public static String presetErrors;
    public static String presetFastpath;
    public static String presetStart;
    public static String presetTrap;
    public static String stillRunning;
    public static String stopTwice;
    public static String unreadable;
    public static String wrongHistory;
    public static String wrongStop;
    public static String wrongType;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.core.launch.messages", Messages.class);
    }

    private Messages() {
    }
}
