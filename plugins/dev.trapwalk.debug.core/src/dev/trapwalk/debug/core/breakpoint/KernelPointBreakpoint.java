package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.IWorkspaceRunnable;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.Breakpoint;

/** Stops where the machine passes a kernel point. Belongs to no file: its marker lies on the workspace root. */
public final class KernelPointBreakpoint extends Breakpoint implements WalkBreakpoint {

    /** Marker attribute: the point's id. */
    public static final String POINT = "dev.trapwalk.point";
    /** Marker attribute: name of a {@link Mode}. */
    public static final String MODE = "dev.trapwalk.mode";

    /** Restored from its marker by the platform. */
    public KernelPointBreakpoint() {
    }

    /** Sets a new breakpoint and registers it. */
    public KernelPointBreakpoint(KernelPoint point, Mode mode) throws CoreException {
        IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
        IWorkspaceRunnable create = monitor -> {
            setMarker(root.createMarker(DebugCore.POINT_BREAKPOINT_MARKER,
                    Map.of(POINT, point.id(), MODE, mode.name(), ID, DebugCore.MODEL_ID, ENABLED, true,
                            PERSISTED, true, IMarker.MESSAGE, PointText.of(point.id(), mode))));
            DebugPlugin.getDefault().getBreakpointManager().addBreakpoint(this);
        };
        run(getMarkerRule(root), create);
    }

    /** The breakpoint at a point with a mode, if there is one. */
    public static Optional<KernelPointBreakpoint> find(KernelPoint point, Mode mode) {
        for (var breakpoint : DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(DebugCore.MODEL_ID)) {
            if (breakpoint instanceof KernelPointBreakpoint at && at.point().equals(point.id()) && at.mode() == mode) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Sets a breakpoint, or removes the one that is there. */
    public static void toggle(KernelPoint point, Mode mode) throws CoreException {
        Optional<KernelPointBreakpoint> there = find(point, mode);
        if (there.isPresent()) {
            there.get().delete();
        } else {
            new KernelPointBreakpoint(point, mode);
        }
    }

    @Override
    public String getModelIdentifier() {
        return DebugCore.MODEL_ID;
    }

    /** Id of the point. */
    public String point() {
        return attribute(POINT);
    }

    /** When passing the point counts. */
    public Mode mode() {
        try {
            return Mode.valueOf(attribute(MODE));
        } catch (IllegalArgumentException unknown) {
            return Mode.PASSED;
        }
    }

    @Override
    public Optional<Location> location(String scenarioPath) {
        return Optional.of(new Location.AtPoint(point(), mode()));
    }

    @Override
    public String placeText() {
        return PointText.of(point(), mode());
    }

    @Override
    public void change(String attribute, String value) throws CoreException {
        setAttribute(attribute, value.isEmpty() ? null : value);
    }
}
