package dev.trapwalk.debug.ui.travel;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** "Go to Mark...": asks for a mark or a link to one, and goes there; begins a session if there is none. */
public final class GoToMarkHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        open(HandlerUtil.getActiveWorkbenchWindow(event));
        return null;
    }

    /** Asks and goes. */
    static void open(IWorkbenchWindow window) {
        Optional<IFile> here = Selected.session(window).map(WalkDebugTarget::scenario);
        InputDialog dialog = new InputDialog(window.getShell(), Messages.goToMark, Messages.goToMarkPrompt,
                proposal(window), text -> problem(text, here));
        if (dialog.open() == Window.OK) {
            go(window, dialog.getValue());
        }
    }

    /** Goes to what a text says. */
    public static void go(IWorkbenchWindow window, String text) {
        Optional<WalkDebugTarget> session = Selected.session(window);
        Optional<IFile> here = session.map(WalkDebugTarget::scenario);
        String problem = problem(text, here);
        if (problem != null) {
            StatusText.refuse(window, problem);
            return;
        }
        if (MarkLink.parse(text).isEmpty()) {
            goToName(window, session.orElseThrow(), text.strip());
            return;
        }
        MarkLink link = MarkLink.parse(text).orElseThrow();
        Travel.to(link.scenario().or(() -> here).orElseThrow(), link.mark(),
                refusal -> StatusText.refuse(window, refusal));
    }

    private static void goToName(IWorkbenchWindow window, WalkDebugTarget target, String name) {
        target.session().submit(new Command.NamedMarks()).thenAccept(names -> {
            Mark mark = names.isOk() ? names.get().get(name) : null;
            if (mark == null) {
                StatusText.refuse(window, names.isOk() ? Messages.bind(Messages.unknownName, name) : names.message());
            } else {
                Travel.to(target.scenario(), mark, refusal -> StatusText.refuse(window, refusal));
            }
        });
    }

    private static String problem(String text, Optional<IFile> here) {
        Optional<MarkLink> link = MarkLink.parse(text);
        if (link.isEmpty()) {
            return here.isPresent() && MarkLink.isName(text) ? null : Messages.noMark;
        }
        if (link.get().path().isEmpty()) {
            return here.isPresent() ? null : Messages.noScenario;
        }
        return link.get().scenario().isPresent() ? null : Messages.bind(Messages.unknownScenario, link.get().path());
    }

    /** The link on the clipboard, or where the machine stands. */
    private static String proposal(IWorkbenchWindow window) {
        Clipboard clipboard = new Clipboard(window.getShell().getDisplay());
        Object contents = clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        return contents instanceof String text && text.length() < 1_000
                && MarkLink.parse(text).filter(link -> !link.path().isEmpty()).isPresent() ? text.strip()
                        : Selected.session(window).flatMap(WalkDebugTarget::stopState)
                                .map(state -> state.mark().toString()).orElse(""); //$NON-NLS-1$
    }
}
