package dev.trapwalk.debug.ui.breakpoints;

import dev.trapwalk.debug.core.breakpoint.KernelPointBreakpoint;
import dev.trapwalk.debug.ui.listing.KernelListingEditor;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IWorkbenchPart;

/** Sets and removes breakpoints at the points of a kernel listing. */
final class KernelPointToggle extends LineToggle {

    private final Mode mode;

    KernelPointToggle(Mode mode) {
        this.mode = mode;
    }

    @Override
    protected void toggle(IWorkbenchPart part, int line) throws CoreException {
        Optional<KernelPoint> point = part instanceof KernelListingEditor editor ? editor.point(line)
                : Optional.empty();
        if (point.isPresent()) {
            KernelPointBreakpoint.toggle(point.get(), point.get().isDecision() ? mode : Mode.PASSED);
        }
    }
}
