package dev.trapwalk.debug.core.command;

import java.util.Map;
import org.eclipse.debug.core.commands.IDebugCommandHandler;
import org.eclipse.debug.core.commands.IRestartHandler;

/** The commands that the platform asks the elements of the debug model for. */
public final class WalkCommands {

    private static final Map<Class<?>, IDebugCommandHandler> ALL = Map.of(BackCommand.Into.class, BackCommand.INTO,
            BackCommand.Over.class, BackCommand.OVER, BackCommand.Return.class, BackCommand.RETURN,
            BackCommand.Resume.class, BackCommand.RESUME, IRestartHandler.class, RestartCommand.SESSION,
            RestartCommand.SystemCall.class, RestartCommand.SYSTEM_CALL);

    private WalkCommands() {
    }

    /** The command behind an adapter type; null for other types. */
    public static <T> T adapter(Class<T> type) {
        IDebugCommandHandler command = ALL.get(type);
        return type.cast(command == null ? ForwardCommand.ALL.get(type) : command);
    }
}
