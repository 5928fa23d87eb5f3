package dev.trapwalk.debug.core.structure;

import org.eclipse.osgi.util.NLS;

/** Texts of logical structures. */
final class Messages extends NLS {

    public static String derivedFrom;
    public static String fullSlots;
    public static String heldIn;
    public static String noRights;
    public static String object;
    public static String rights;
    public static String slots;
    public static String thisOne;
    public static String tree;
    public static String type;
    public static String way;
    public static String workedOut;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.core.structure.messages", Messages.class);
    }

    private Messages() {
    }
}
