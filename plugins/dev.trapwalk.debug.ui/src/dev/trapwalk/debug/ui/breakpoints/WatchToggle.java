package dev.trapwalk.debug.ui.breakpoints;

import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.breakpoint.WatchedPlace;
import dev.trapwalk.debug.core.model.WalkVariable;
import dev.trapwalk.debug.ui.memory.ObjectsRendering;
import dev.trapwalk.debug.ui.place.WatchablePlace;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.Location.Watch.Access;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.model.IMemoryBlock;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.debug.ui.memory.IMemoryRenderingContainer;
import org.eclipse.debug.ui.memory.IMemoryRenderingSite;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchPart;

/** The platform's Toggle Watchpoint: watches the slot, field or word that is selected, or stops that. */
public final class WatchToggle implements IToggleBreakpointsTarget {

    /** What would be watched; empty if what is selected is kept in no memory. */
    public static Optional<WatchTarget> watched(IWorkbenchPart part, ISelection selection) {
        Object element = selection instanceof IStructuredSelection structured && structured.size() == 1
                ? structured.getFirstElement() : null;
        return element instanceof WalkVariable variable ? WatchedPlace.of(variable.variable())
                : element instanceof WatchablePlace place ? place.watched()
                : element instanceof IMemoryBlock block && part instanceof IMemoryRenderingSite memory
                        ? watched(memory, block) : Optional.empty();
    }

    /** In the Memory view a block is selected whatever word of it is. */
    private static Optional<WatchTarget> watched(IMemoryRenderingSite memory, IMemoryBlock block) {
        return Stream.of(memory.getMemoryRenderingContainers()).map(IMemoryRenderingContainer::getActiveRendering)
                .filter(rendering -> rendering instanceof ObjectsRendering && rendering.getMemoryBlock() == block)
                .findFirst().flatMap(rendering -> ((ObjectsRendering) rendering).watched());
    }

    @Override
    public boolean canToggleWatchpoints(IWorkbenchPart part, ISelection selection) {
        return watched(part, selection).isPresent();
    }

    @Override
    public void toggleWatchpoints(IWorkbenchPart part, ISelection selection) throws CoreException {
        Optional<WatchTarget> target = watched(part, selection);
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
        // What a view shows has no line.
    }

    @Override
    public boolean canToggleMethodBreakpoints(IWorkbenchPart part, ISelection selection) {
        return false;
    }

    @Override
    public void toggleMethodBreakpoints(IWorkbenchPart part, ISelection selection) {
        // What a view shows is no function.
    }
}
