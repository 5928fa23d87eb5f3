package dev.trapwalk.debug.ui.presentation;

import org.eclipse.osgi.util.NLS;

/** Texts of labels. */
final class Messages extends NLS {

    public static String breakpointCondition;
    public static String breakpointDeletedTrigger;
    public static String breakpointHitOften;
    public static String breakpointHitOnce;
    public static String breakpointHits;
    public static String breakpointIgnored;
    public static String breakpointLogs;
    public static String breakpointNotVerified;
    public static String breakpointThreads;
    public static String breakpointTrigger;
    public static String threadStopped;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.presentation.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
