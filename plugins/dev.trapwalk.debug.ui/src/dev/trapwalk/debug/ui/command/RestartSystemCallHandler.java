package dev.trapwalk.debug.ui.command;

import dev.trapwalk.debug.core.command.RestartCommand;
import org.eclipse.debug.ui.actions.DebugCommandHandler;

/** Restart System Call on the selected element of the Debug view. */
public final class RestartSystemCallHandler extends DebugCommandHandler {

    @Override
    protected Class<?> getCommandType() {
        return RestartCommand.SystemCall.class;
    }
}
