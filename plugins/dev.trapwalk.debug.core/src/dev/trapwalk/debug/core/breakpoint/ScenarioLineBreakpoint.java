package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.engine.session.breakpoint.Location;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRunnable;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.LineBreakpoint;

/** Stops before a thread executes the statement on a line of its program. */
public final class ScenarioLineBreakpoint extends LineBreakpoint implements WalkBreakpoint {

    /** Restored from its marker by the platform. */
    public ScenarioLineBreakpoint() {
    }

    /** Sets a new breakpoint and registers it. */
    public ScenarioLineBreakpoint(IResource file, int line) throws CoreException {
        IWorkspaceRunnable create = monitor -> {
            setMarker(file.createMarker(DebugCore.LINE_BREAKPOINT_MARKER,
                    Map.of(IMarker.LINE_NUMBER, line, ID, DebugCore.MODEL_ID, ENABLED, true, PERSISTED, true,
                            UID, UUID.randomUUID().toString(), IMarker.MESSAGE, Messages.bind(Messages.line, file.getName(), line))));
            DebugPlugin.getDefault().getBreakpointManager().addBreakpoint(this);
        };
        run(getMarkerRule(file), create);
    }

    /** The breakpoint on a line, if there is one. */
    public static Optional<ScenarioLineBreakpoint> find(IResource file, int line) throws CoreException {
        for (var breakpoint : DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(DebugCore.MODEL_ID)) {
            if (breakpoint instanceof ScenarioLineBreakpoint at && at.getMarker().getResource().equals(file)
                    && at.getLineNumber() == line) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Sets a breakpoint, or removes the one that is there. */
    public static void toggle(IResource file, int line) throws CoreException {
        Optional<ScenarioLineBreakpoint> there = find(file, line);
        if (there.isPresent()) {
            there.get().delete();
        } else {
            new ScenarioLineBreakpoint(file, line);
        }
    }

    @Override
    public String getModelIdentifier() {
        return DebugCore.MODEL_ID;
    }

    @Override
    public Optional<Location> location(String scenarioPath) {
        IMarker marker = getMarker();
        return marker.getResource().getFullPath().toString().equals(scenarioPath)
                ? Optional.of(new Location.AtLine(marker.getAttribute(IMarker.LINE_NUMBER, 0), ""))
                : Optional.empty();
    }

    @Override
    public String placeText() {
        IMarker marker = getMarker();
        return Messages.bind(Messages.line, marker.getResource().getName(),
                marker.getAttribute(IMarker.LINE_NUMBER, 0));
    }

    @Override
    public void change(String attribute, String value) throws CoreException {
        setAttribute(attribute, value.isEmpty() ? null : value);
        SessionBreakpoints.changed(this);
    }

    @Override
    public void setMarker(IMarker marker) throws CoreException {
        super.setMarker(marker);
        MarkerWatch.watch();
    }

    @Override
    public void setEnabled(boolean enabled) throws CoreException {
        super.setEnabled(enabled);
        SessionBreakpoints.changed(this);
    }
}
