package dev.trapwalk.debug.ui.travel;

import dev.trapwalk.debug.core.breakpoint.WatchBreakpoint;
import dev.trapwalk.debug.core.breakpoint.WatchedPlace;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkVariable;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import dev.trapwalk.engine.session.query.Change;
import dev.trapwalk.engine.session.script.LocationText;
import dev.trapwalk.engine.session.script.ScriptException;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * "Back to Last Change": of the selected variable, register or change; what else may have changed (a word, a slot, a
 * field, a queue) is asked for.
 */
public final class BackToChangeHandler extends AbstractHandler {

    private static final String WATCH = "watch "; //$NON-NLS-1$

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        Optional<WalkDebugTarget> target = Selected.session(window);
        if (target.isEmpty()) {
            StatusText.refuse(window, Messages.nothingStands);
            return null;
        }
        Object selected = HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
                ? selection.getFirstElement() : null;
        watched(selected).or(() -> ask(window)).ifPresent(watched -> go(window, target.get(), watched));
        return null;
    }

    /** Goes back to where something changed last before now. */
    public static void go(IWorkbenchWindow window, WalkDebugTarget target, WatchTarget watched) {
        String what = WatchBreakpoint.placeText(watched);
        target.move(new Command.BackToChange(watched), null).thenAccept(result -> {
            if (result.isOk()) {
                StatusText.tell(window, Messages.bind(Messages.backAtChange, what));
            } else {
                StatusText.refuse(window, result.message());
            }
        });
    }

    /** What is to have changed for a selected element: the slot, field or word that holds it. */
    static Optional<WatchTarget> watched(Object selected) {
        WalkVariable variable = Adapters.adapt(selected, WalkVariable.class);
        if (variable != null) {
            return WatchedPlace.of(variable.variable());
        }
        return selected instanceof Change change ? Optional.of(word(change.address())) : Optional.empty();
    }

    private static WatchTarget word(long address) {
        return new WatchTarget.Memory(address & -Long.BYTES, Long.BYTES);
    }

    private static Optional<WatchTarget> ask(IWorkbenchWindow window) {
        InputDialog dialog = new InputDialog(window.getShell(), Messages.backToChange, Messages.backToChangePrompt,
                "slot root 9", BackToChangeHandler::problem); //$NON-NLS-1$
        return dialog.open() == Window.OK ? Optional.of(parse(dialog.getValue())) : Optional.empty();
    }

    private static String problem(String text) {
        try {
            parse(text);
            return null;
        } catch (ScriptException wrong) {
            return wrong.getMessage();
        }
    }

    /** What a person wrote: {@code slot root 9}, {@code field client tsType}, {@code memory 0x... 8} ... */
    static WatchTarget parse(String text) {
        return ((Location.Watch) LocationText.read(WATCH + text)).target();
    }
}
