package dev.trapwalk.debug.ui.changes;

import org.eclipse.osgi.util.NLS;

/** Texts of the Changes view. */
final class Messages extends NLS {

    public static String after;
    public static String before;
    public static String empty;
    public static String goBack;
    public static String none;
    public static String noneInEntry;
    public static String noneSinceMark;
    public static String noStopBefore;
    public static String sinceEntry;
    public static String sinceEntryHint;
    public static String sinceMark;
    public static String sinceStop;
    public static String what;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.changes.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
