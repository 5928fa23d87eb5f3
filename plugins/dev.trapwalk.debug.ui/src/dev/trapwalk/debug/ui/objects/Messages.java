package dev.trapwalk.debug.ui.objects;

import org.eclipse.osgi.util.NLS;

/** Texts of the view of kernel objects. */
final class Messages extends NLS {

    public static String address;
    public static String all;
    public static String bytes;
    public static String caps;
    public static String emptyView;
    public static String filter;
    public static String gibibytes;
    public static String idle;
    public static String kibibytes;
    public static String mapTitle;
    public static String mebibytes;
    public static String name;
    public static String noCapability;
    public static String noMap;
    public static String objectHint;
    public static String receivers;
    public static String senders;
    public static String signalled;
    public static String size;
    public static String slots;
    public static String state;
    public static String threadState;
    public static String title;
    public static String type;
    public static String used;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.objects.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
