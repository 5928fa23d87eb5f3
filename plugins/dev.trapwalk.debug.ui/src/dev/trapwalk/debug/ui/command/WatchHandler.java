package dev.trapwalk.debug.ui.command;

import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.model.WalkVariable;
import dev.trapwalk.debug.ui.DebugUi;
import dev.trapwalk.debug.ui.breakpoints.WatchToggle;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.Location.Watch.Access;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;

/** Watches the slot, field or word that is selected, or stops watching it. */
public final class WatchHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IStructuredSelection selection = HandlerUtil.getCurrentStructuredSelection(event);
        Optional<WatchTarget> target = WatchToggle.watched(HandlerUtil.getActivePart(event), selection);
        try {
            if (target.isEmpty()) {
                throw new CoreException(new Status(IStatus.INFO, DebugUi.PLUGIN_ID,
                        selection.getFirstElement() instanceof WalkVariable variable
                                ? Messages.bind(Messages.notWatchable, variable.getName()) : Messages.noMemory));
            }
            KernelBreakpoints.toggle(new Location.Watch(target.get(), Access.CHANGE));
        } catch (CoreException failed) {
            StatusManager.getManager().handle(failed.getStatus(), StatusManager.SHOW);
        }
        return null;
    }
}
