package dev.trapwalk.debug.ui.csource;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.ui.breakpoints.LineToggle;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.breakpoint.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.ui.IWorkbenchPart;

/** Sets and removes breakpoints at the kernel points that lie on a line of a C file of the user's seL4 checkout. */
public final class CPointToggle extends LineToggle {

    @Override
    protected void toggle(IWorkbenchPart part, int line) throws CoreException {
        Optional<Path> file = CSourceEditors.file(part);
        List<KernelPoint> points = file.map(at -> CSourceEditors.points(at, line)).orElse(List.of());
        if (points.isEmpty()) {
            throw new CoreException(DebugCore.status(IStatus.INFO, Messages.bind(Messages.noPoint, line), null));
        }
        List<Location> locations = points.stream().<Location>map(
                point -> new Location.AtPoint(point.id(), Location.AtPoint.Mode.PASSED)).toList();
        boolean remove = locations.stream().anyMatch(location -> KernelBreakpoints.find(location).isPresent());
        for (Location location : locations) {
            if (KernelBreakpoints.find(location).isPresent() == remove) {
                KernelBreakpoints.toggle(location);
            }
        }
    }
}
