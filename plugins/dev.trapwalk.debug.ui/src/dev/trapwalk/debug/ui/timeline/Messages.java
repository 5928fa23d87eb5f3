package dev.trapwalk.debug.ui.timeline;

import org.eclipse.osgi.util.NLS;

/** Texts of the Timeline view. */
final class Messages extends NLS {

    public static String compare;
    public static String empty;
    public static String filter;
    public static String filterHint;
    public static String goThere;
    public static String hint;
    public static String kindError;
    public static String kindFast;
    public static String kindFault;
    public static String kindOther;
    public static String kindPreempted;
    public static String kindSlow;
    public static String none;
    public static String zoomIn;
    public static String zoomOut;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.timeline.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
