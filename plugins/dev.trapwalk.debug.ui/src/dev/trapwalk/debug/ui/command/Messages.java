package dev.trapwalk.debug.ui.command;

import dev.trapwalk.debug.core.command.BackCommand;
import dev.trapwalk.engine.session.Granularity;
import org.eclipse.osgi.util.NLS;

/** Texts of commands. */
final class Messages extends NLS {

    public static String back;
    public static String backInto;
    public static String backOver;
    public static String backReturn;
    public static String notNow;
    public static String noMemory;
    public static String notWatchable;
    public static String stepFunction;
    public static String stepIs;
    public static String stepPhase;
    public static String stepPoint;
    public static String stepStatement;
    public static String stepSystemCall;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.command.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }

    /** The name of a command back in time; the platform adds its key. */
    static String name(Class<?> type) {
        return type == BackCommand.Into.class ? backInto : type == BackCommand.Over.class ? backOver
                : type == BackCommand.Return.class ? backReturn : back;
    }

    /** What one step is. */
    static String step(Granularity granularity) {
        return switch (granularity) {
            case POINT -> stepPoint;
            case FUNCTION -> stepFunction;
            case PHASE -> stepPhase;
            case SYSTEM_CALL -> stepSystemCall;
            case STATEMENT -> stepStatement;
        };
    }
}
