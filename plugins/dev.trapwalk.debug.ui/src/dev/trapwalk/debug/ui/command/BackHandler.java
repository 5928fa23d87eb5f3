package dev.trapwalk.debug.ui.command;

import dev.trapwalk.debug.core.command.BackCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.debug.core.commands.IDebugCommandHandler;
import org.eclipse.debug.ui.actions.DebugCommandHandler;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

/** A command back in time on the selected element of the Debug view; the platform decides when it is enabled. */
public abstract class BackHandler extends DebugCommandHandler implements IElementUpdater {

    private static final String PREFIX = "dev.trapwalk.debug.ui."; //$NON-NLS-1$

    /** Ids of the commands back in time. */
    public static final List<String> COMMANDS = List.of(PREFIX + "stepBackInto", //$NON-NLS-1$
            PREFIX + "stepBackOver", PREFIX + "stepBackReturn", //$NON-NLS-1$ //$NON-NLS-2$
            PREFIX + "reverseResume"); //$NON-NLS-1$

    /** Why there is no way back, for the tooltips; user interface thread only. */
    private static Optional<String> obstacle = Optional.empty();

    private final Class<? extends IDebugCommandHandler> type;

    private BackHandler(Class<? extends IDebugCommandHandler> type) {
        this.type = type;
    }

    /** Says why there is no way back; empty if there is. Whether that is news. */
    public static boolean explain(Optional<String> noWayBack) {
        boolean news = !obstacle.equals(noWayBack);
        obstacle = noWayBack;
        return news;
    }

    /** A command that cannot be used says why. */
    @Override
    public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
        String name = Messages.name(type);
        element.setTooltip(obstacle.map(reason -> Messages.bind(Messages.notNow, name, reason)).orElse(name));
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
