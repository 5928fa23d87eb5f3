package dev.trapwalk.debug.ui.editor;

import org.eclipse.osgi.util.NLS;

/** Texts within editors. */
final class Messages extends NLS {

    public static String badge;
    public static String emptyMessage;
    public static String expectationFailed;
    public static String expectationMet;
    public static String failedNow;
    public static String heldAndFailed;
    public static String heldNow;
    public static String instead;
    public static String label;
    public static String moreWords;
    public static String neverPassed;
    public static String notReached;
    public static String objectAt;
    public static String passedNow;
    public static String passedTimes;
    public static String returned;
    public static String showCoverage;
    public static String showExpectations;
    public static String showValues;
    public static String thisSession;
    public static String valueOf;
    public static String waits;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.editor.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
