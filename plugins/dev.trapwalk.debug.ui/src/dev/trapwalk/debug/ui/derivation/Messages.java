package dev.trapwalk.debug.ui.derivation;

import org.eclipse.osgi.util.NLS;

/** Texts of the derivation view. */
final class Messages extends NLS {

    public static String capability;
    public static String emptyView;
    public static String followCall;
    public static String holders;
    public static String holdersOf;
    public static String inNoCSpace;
    public static String link;
    public static String nothingCalled;
    public static String nothingThere;
    public static String reached;
    public static String reachedBy;
    public static String slot;
    public static String tree;
    public static String treeOf;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.derivation.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
