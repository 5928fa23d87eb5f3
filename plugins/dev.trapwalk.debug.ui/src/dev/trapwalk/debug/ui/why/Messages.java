package dev.trapwalk.debug.ui.why;

import org.eclipse.osgi.util.NLS;

/** Texts of the Why view. */
final class Messages extends NLS {

    public static String bits;
    public static String breakpointSet;
    public static String breakThere;
    public static String cancel;
    public static String cancelled;
    public static String declaration;
    public static String empty;
    public static String entryOf;
    public static String finding;
    public static String goThere;
    public static String guard;
    public static String guardMustBe;
    public static String index;
    public static String lookingFor;
    public static String lookup;
    public static String noEntry;
    public static String noProgram;
    public static String notDeclared;
    public static String ownRun;
    public static String running;
    public static String showWalk;
    public static String someCNode;
    public static String tooFewBits;
    public static String wasItFast;
    public static String whichCap;
    public static String whoGetsFault;
    public static String whoRunsNext;
    public static String whyError;
    public static String whyNotFast;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.why.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
