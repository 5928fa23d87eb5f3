package dev.trapwalk.debug.ui.breakpoints;

import org.eclipse.osgi.util.NLS;

/** Texts about breakpoints. */
final class Messages extends NLS {

    public static String badHitCount;
    public static String condition;
    public static String conditionHint;
    public static String enabled;
    public static String functionOfPhase;
    public static String hitCount;
    public static String hitCountHint;
    public static String ignoreWhile;
    public static String ignoreWhileHint;
    public static String logMessage;
    public static String logMessageHint;
    public static String modeFails;
    public static String modeHolds;
    public static String modePassed;
    public static String pointDialog;
    public static String pointDialogHint;
    public static String pointDialogTitle;
    public static String pointWithText;
    public static String setBreakpoint;
    public static String threads;
    public static String threadsHint;
    public static String toggleLine;
    public static String togglePoint;
    public static String togglePointFails;
    public static String togglePointHolds;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.breakpoints.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
