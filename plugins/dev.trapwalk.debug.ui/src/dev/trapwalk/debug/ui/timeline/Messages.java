package dev.trapwalk.debug.ui.timeline;

import org.eclipse.osgi.util.NLS;

/** Texts of the Timeline view. */
final class Messages extends NLS {

    public static String compare;
    public static String empty;
    public static String filter;
    public static String filterHint;
    public static String flag;
    public static String flagHint;
    public static String forget;
    public static String forgotten;
    public static String goThere;
    public static String hint;
    public static String kindError;
    public static String kindFast;
    public static String kindFault;
    public static String kindOther;
    public static String kindPreempted;
    public static String kindSlow;
    public static String name;
    public static String named;
    public static String nameMark;
    public static String nameMarkPrompt;
    public static String noName;
    public static String none;
    public static String nothingStands;
    public static String zoomIn;
    public static String zoomOut;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.timeline.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
