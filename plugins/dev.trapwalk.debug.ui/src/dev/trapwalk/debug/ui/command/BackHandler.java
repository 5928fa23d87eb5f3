package dev.trapwalk.debug.ui.command;

import dev.trapwalk.debug.core.command.BackCommand;
import org.eclipse.debug.core.commands.IDebugCommandHandler;
import org.eclipse.debug.ui.actions.DebugCommandHandler;

/** A command back in time on the selected element of the Debug view; the platform decides when it is enabled. */
public abstract class BackHandler extends DebugCommandHandler {

    private final Class<? extends IDebugCommandHandler> type;

    private BackHandler(Class<? extends IDebugCommandHandler> type) {
        this.type = type;
    }

    @Override
    protected Class<?> getCommandType() {
        return type;
    }

    /** Step Back Into. */
    public static final class Into extends BackHandler {
        /** Created by the workbench. */
        public Into() {
            super(BackCommand.Into.class);
        }
    }

    /** Step Back Over. */
    public static final class Over extends BackHandler {
        /** Created by the workbench. */
        public Over() {
            super(BackCommand.Over.class);
        }
    }

    /** Step Back Return. */
    public static final class Return extends BackHandler {
        /** Created by the workbench. */
        public Return() {
            super(BackCommand.Return.class);
        }
    }

    /** Reverse Resume. */
    public static final class Resume extends BackHandler {
        /** Created by the workbench. */
        public Resume() {
            super(BackCommand.Resume.class);
        }
    }
}
