package dev.trapwalk.debug.ui.scheduler;

import org.eclipse.osgi.util.NLS;

/** Texts of the scheduler view. */
final class Messages extends NLS {

    public static String action;
    public static String bitHint;
    public static String callsWith;
    public static String chooseNew;
    public static String current;
    public static String domain;
    public static String emptyView;
    public static String forEver;
    public static String nobody;
    public static String nobodyReplies;
    public static String priority;
    public static String ready;
    public static String readyIn;
    public static String receivers;
    public static String replies;
    public static String replyIn;
    public static String resumeCurrent;
    public static String schedule;
    public static String senders;
    public static String sendsWith;
    public static String signalled;
    public static String switchTo;
    public static String thread;
    public static String ticks;
    public static String ticksLeft;
    public static String waiting;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.scheduler.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
