package dev.trapwalk.debug.ui.view;

import org.eclipse.osgi.util.NLS;

/** Texts that mean the same in every view. */
final class Messages extends NLS {

    public static String changedByStep;
    public static String changedSinceStop;

    public static String ended;
    public static String longRun;
    public static String longRunHint;
    public static String programEnd;
    public static String running;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.view.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
