package dev.trapwalk.debug.ui.breakpoints;

import org.eclipse.osgi.util.NLS;

/** Texts about breakpoints. */
final class Messages extends NLS {

    public static String aboutError;
    public static String aboutExpectation;
    public static String aboutFastpathLeft;
    public static String aboutFault;
    public static String aboutInvocation;
    public static String aboutPoint;
    public static String aboutReply;
    public static String aboutSystemCall;
    public static String aboutThreadSwitch;
    public static String aboutWatch;
    public static String breakFails;
    public static String breakHolds;
    public static String breakPassed;
    public static String condition;
    public static String conditionHint;
    public static String conditionWrong;
    public static String dialog;
    public static String dialogTitle;
    public static String enabled;
    public static String groupWhen;
    public static String kindError;
    public static String kindExpectation;
    public static String kindFastpathLeft;
    public static String kindFault;
    public static String kindInvocation;
    public static String kindPoint;
    public static String kindReply;
    public static String kindSystemCall;
    public static String kindThreadSwitch;
    public static String kindWatch;
    public static String placeAndState;
    public static String setBreakpoint;
    public static String stateNoSession;
    public static String stateNotVerified;
    public static String stateVerified;
    public static String toggleLine;
    public static String togglePoint;
    public static String togglePointFails;
    public static String togglePointHolds;
    public static String toggleWatch;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.breakpoints.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
