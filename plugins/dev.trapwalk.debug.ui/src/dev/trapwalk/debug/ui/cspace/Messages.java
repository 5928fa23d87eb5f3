package dev.trapwalk.debug.ui.cspace;

import org.eclipse.osgi.util.NLS;

/** Texts of the CSpace view. */
final class Messages extends NLS {

    public static String cptrCalled;
    public static String cptrHint;
    public static String cptrWrong;
    public static String depth;
    public static String depthHint;
    public static String depthWrong;
    public static String empty;
    public static String emptySlots;
    public static String emptyView;
    public static String endBitsLeft;
    public static String endEmpty;
    public static String endFound;
    public static String endNoRoot;
    public static String endRefused;
    public static String filter;
    public static String filterHint;
    public static String followThread;
    public static String inNoCNode;
    public static String noCSpace;
    public static String partGuard;
    public static String partGuardWrong;
    public static String partIndex;
    public static String partLeft;
    public static String partNotReached;
    public static String partTooFew;
    public static String partUsed;
    public static String refusedDepth;
    public static String refusedGuard;
    public static String refusedGuardSize;
    public static String slotRange;
    public static String slotWithCptr;
    public static String slotWithDepth;
    public static String titleCNode;
    public static String titleThread;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.cspace.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
