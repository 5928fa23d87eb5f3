package dev.trapwalk.debug.ui.breakpoints;

import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.breakpoint.WatchedPlace;
import dev.trapwalk.debug.core.model.WalkVariable;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.Location.Watch.Access;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchPart;

/** The platform's Toggle Watchpoint: watches the slot, field or word behind the selected value, or stops that. */
final class WatchToggle implements IToggleBreakpointsTarget {

    /** What a selected value would watch; empty if it is kept in no memory. */
    static Optional<WatchTarget> watched(ISelection selection) {
        return selection instanceof IStructuredSelection structured && structured.size() == 1
                && structured.getFirstElement() instanceof WalkVariable variable
                        ? WatchedPlace.of(variable.variable()) : Optional.empty();
    }

    @Override
    public boolean canToggleWatchpoints(IWorkbenchPart part, ISelection selection) {
        return watched(selection).isPresent();
    }

    @Override
    public void toggleWatchpoints(IWorkbenchPart part, ISelection selection) throws CoreException {
        Optional<WatchTarget> target = watched(selection);
        if (target.isPresent()) {
            KernelBreakpoints.toggle(new Location.Watch(target.get(), Access.CHANGE));
        }
    }

    @Override
    public boolean canToggleLineBreakpoints(IWorkbenchPart part, ISelection selection) {
        return false;
    }

    @Override
    public void toggleLineBreakpoints(IWorkbenchPart part, ISelection selection) {
        // A value has no line.
    }

    @Override
    public boolean canToggleMethodBreakpoints(IWorkbenchPart part, ISelection selection) {
        return false;
    }

    @Override
    public void toggleMethodBreakpoints(IWorkbenchPart part, ISelection selection) {
        // A value is no function.
    }
}
