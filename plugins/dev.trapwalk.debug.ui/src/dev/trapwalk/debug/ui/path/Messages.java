package dev.trapwalk.debug.ui.path;

import org.eclipse.osgi.util.NLS;

/** Texts of the Syscall Path view. */
final class Messages extends NLS {

    public static String decision;
    public static String empty;
    public static String explained;
    public static String goHere;
    public static String mark;
    public static String noEntry;
    public static String operands;
    public static String phaseHint;
    public static String phaseNotReached;
    public static String point;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.path.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
