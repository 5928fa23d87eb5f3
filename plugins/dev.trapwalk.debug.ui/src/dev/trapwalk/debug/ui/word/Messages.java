package dev.trapwalk.debug.ui.word;

import org.eclipse.osgi.util.NLS;

/** Texts of the bit field pane. */
final class Messages extends NLS {

    public static String choiceHint;
    public static String memory;
    public static String paneDescription;
    public static String paneName;
    public static String partHint;
    public static String place;
    public static String unused;
    public static String unusedHint;
    public static String value;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.word.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
