package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;

/** Stops where the machine passes a kernel point. */
public final class KernelPointBreakpoint extends KernelBreakpoint {

    /** Restored from its marker by the platform. */
    public KernelPointBreakpoint() {
    }

    /** Sets a new breakpoint and registers it. */
    public KernelPointBreakpoint(KernelPoint point, Mode mode) throws CoreException {
        set(new Location.AtPoint(point.id(), mode));
    }

    /** The breakpoint at a point with a mode, if there is one. */
    public static Optional<KernelPointBreakpoint> find(KernelPoint point, Mode mode) {
        return KernelBreakpoints.find(new Location.AtPoint(point.id(), mode)).map(KernelPointBreakpoint.class::cast);
    }

    /** Sets a breakpoint, or removes the one that is there. */
    public static void toggle(KernelPoint point, Mode mode) throws CoreException {
        KernelBreakpoints.toggle(new Location.AtPoint(point.id(), mode));
    }

    @Override
    public BreakpointKind kind() {
        return BreakpointKind.POINT;
    }

    /** Id of the point. */
    public String point() {
        return location().map(Location.AtPoint.class::cast).map(Location.AtPoint::point).orElse("");
    }

    /** When passing the point counts. */
    public Mode mode() {
        return location().map(Location.AtPoint.class::cast).map(Location.AtPoint::mode).orElse(Mode.PASSED);
    }

    @Override
    String placeText(Location location) {
        Location.AtPoint at = (Location.AtPoint) location;
        return PointText.of(at.point(), at.mode());
    }
}
