package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.engine.session.breakpoint.Location.Watch.Access;
import org.eclipse.osgi.util.NLS;

/** Texts of breakpoints. */
final class Messages extends NLS {

    public static String accessChange;
    public static String accessRead;
    public static String accessReadOrWrite;
    public static String accessWrite;
    public static String anyError;
    public static String anyFault;
    public static String anyInvocation;
    public static String anySystemCall;
    public static String anyThreadSwitch;
    public static String error;
    public static String expectationFailed;
    public static String fastpathLeft;
    public static String fastpathLeftAt;
    public static String fault;
    public static String invocation;
    public static String invocationOf;
    public static String line;
    public static String markerWatch;
    public static String notSent;
    public static String pointFails;
    public static String pointHolds;
    public static String refresh;
    public static String replyConsumed;
    public static String replyCreated;
    public static String replyEither;
    public static String systemCall;
    public static String systemCallOn;
    public static String threadSwitch;
    public static String unreadable;
    public static String watchField;
    public static String watchMdbLink;
    public static String watchMemory;
    public static String watchQueue;
    public static String watchSlot;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.core.breakpoint.messages", Messages.class);
    }

    private Messages() {
    }

    /** How a watched thing is accessed. */
    static String access(Access access) {
        return switch (access.name()) {
            case "READ" -> accessRead;
            case "WRITE" -> accessWrite;
            case "READ_OR_WRITE" -> accessReadOrWrite;
            default -> accessChange;
        };
    }
}
