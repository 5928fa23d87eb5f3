package dev.trapwalk.debug.ui.timeline;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.ui.travel.MarkLink;
import dev.trapwalk.debug.ui.travel.Selected;
import dev.trapwalk.debug.ui.travel.StatusText;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.state.StopState;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * "Name This Mark...": gives the mark where the machine stands a name, which flies as a flag in the Timeline, leads
 * back with Go to Mark, and is saved with the session.
 */
public final class NameMarkHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        Optional<WalkDebugTarget> session = Selected.session(window);
        Optional<Mark> mark = session.flatMap(WalkDebugTarget::stopState).map(StopState::mark);
        if (mark.isPresent()) {
            ask(window, session.get(), mark.get());
        } else {
            StatusText.refuse(window, Messages.nothingStands);
        }
        return null;
    }

    /** Asks for the name of a mark. */
    public static void ask(IWorkbenchWindow window, WalkDebugTarget target, Mark mark) {
        InputDialog dialog = new InputDialog(window.getShell(), Messages.nameMark,
                Messages.bind(Messages.nameMarkPrompt, mark), "", NameMarkHandler::problem); //$NON-NLS-1$
        if (dialog.open() == Window.OK) {
            name(window, target, mark, dialog.getValue().strip());
        }
    }

    private static String problem(String name) {
        return MarkLink.isName(name) ? null : Messages.noName;
    }

    /** Gives a mark a name. */
    public static void name(IWorkbenchWindow window, WalkDebugTarget target, Mark mark, String name) {
        send(window, target, new Command.NameMark(name, mark), Messages.bind(Messages.named, name, mark));
    }

    /** Takes a mark's name away. */
    public static void forget(IWorkbenchWindow window, WalkDebugTarget target, String name) {
        send(window, target, new Command.ForgetMark(name), Messages.bind(Messages.forgotten, name));
    }

    private static void send(IWorkbenchWindow window, WalkDebugTarget target, Command<Mark> command, String done) {
        target.session().submit(command).thenAccept(result -> {
            if (result.isOk()) {
                StatusText.tell(window, done);
                window.getWorkbench().getDisplay().asyncExec(() -> {
                    if (window.getActivePage() != null
                            && window.getActivePage().findView(TimelineView.ID) instanceof TimelineView timeline) {
                        timeline.namesChanged();
                    }
                });
            } else {
                StatusText.refuse(window, result.message());
            }
        });
    }
}
