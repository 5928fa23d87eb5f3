package dev.trapwalk.debug.ui.travel;

import org.eclipse.osgi.util.NLS;

/** Texts about marks. */
final class Messages extends NLS {

    public static String atTheStart;
    public static String backAtChange;
    public static String backToChange;
    public static String backToChangePrompt;
    public static String booting;
    public static String branch;
    public static String bytes;
    public static String clickToGo;
    public static String copied;
    public static String dropped;
    public static String goToMark;
    public static String goToMarkPrompt;
    public static String kibibytes;
    public static String live;
    public static String mebibytes;
    public static String noHistory;
    public static String noMark;
    public static String noScenario;
    public static String nothingStands;
    public static String opening;
    public static String openSession;
    public static String openSessionPrompt;
    public static String past;
    public static String running;
    public static String saved;
    public static String saving;
    public static String starting;
    public static String toTheStart;
    public static String unknownName;
    public static String unknownScenario;
    public static String unreadable;
    public static String used;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.travel.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
