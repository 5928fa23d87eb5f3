package dev.trapwalk.debug.ui.presentation;

import org.eclipse.osgi.util.NLS;

/** Texts of labels. */
final class Messages extends NLS {

    static String breakpointCondition;
    static String breakpointHits;
    static String breakpointIgnored;
    static String breakpointLogs;
    static String breakpointThreads;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.presentation.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
