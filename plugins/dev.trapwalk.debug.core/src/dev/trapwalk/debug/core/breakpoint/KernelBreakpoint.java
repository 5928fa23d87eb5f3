package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.script.LocationText;
import dev.trapwalk.engine.session.script.ScriptException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.Breakpoint;

/**
 * A breakpoint that belongs to no file: its marker lies on the workspace root and keeps the session's location as one
 * line of text, so that it survives restarts, export and import. A subclass per kind says it in words.
 */
public abstract class KernelBreakpoint extends Breakpoint implements WalkBreakpoint {

    /** Marker attribute: where it looks, as {@link LocationText} writes it. */
    public static final String LOCATION = "dev.trapwalk.location";

    /** The text that was read last, with what it says: both together, since labels are drawn on several threads. */
    private volatile Reading last = new Reading("", null);

    /** Makes the marker and registers this breakpoint. */
    final void set(Location location) throws CoreException {
        IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
        run(getMarkerRule(root), monitor -> {
            setMarker(root.createMarker(kind().markerType(), Map.of(LOCATION, LocationText.write(location),
                    ID, DebugCore.MODEL_ID, ENABLED, true, PERSISTED, true, UID, UUID.randomUUID().toString(),
                    IMarker.MESSAGE, placeText(location))));
            DebugPlugin.getDefault().getBreakpointManager().addBreakpoint(this);
        });
    }

    /** What kind of breakpoint this is. */
    public abstract BreakpointKind kind();

    /** A location of this kind in words. */
    abstract String placeText(Location location);

    /** Where it looks; empty when the marker cannot be read. */
    public final Optional<Location> location() {
        String text = attribute(LOCATION);
        Reading reading = last;
        if (!text.equals(reading.text()) || reading.location() == null) {
            reading = new Reading(text, parse(text));
            last = reading;
        }
        return Optional.ofNullable(reading.location());
    }

    private Location parse(String text) {
        try {
            Location location = LocationText.read(text);
            return BreakpointKind.of(location) == kind() ? location : null;
        } catch (ScriptException | IllegalArgumentException unreadable) {
            return null;
        }
    }

    /** Makes it look elsewhere, at a location of the same kind. */
    public final void moveTo(Location location) throws CoreException {
        if (BreakpointKind.of(location) != kind()) {
            throw new IllegalArgumentException(location.toString());
        }
        setAttributes(Map.of(LOCATION, LocationText.write(location), IMarker.MESSAGE, placeText(location)));
        SessionBreakpoints.changed(this);
    }

    @Override
    public final Optional<Location> location(String scenarioPath) {
        return location();
    }

    @Override
    public final String placeText() {
        return location().map(this::placeText).orElseGet(() -> attribute(LOCATION));
    }

    @Override
    public final String getModelIdentifier() {
        return DebugCore.MODEL_ID;
    }

    @Override
    public final void change(String attribute, String value) throws CoreException {
        setAttribute(attribute, value.isEmpty() ? null : value);
        SessionBreakpoints.changed(this);
    }

    @Override
    public final void setMarker(IMarker marker) throws CoreException {
        super.setMarker(marker);
        MarkerWatch.watch();
    }

    @Override
    public final void setEnabled(boolean enabled) throws CoreException {
        super.setEnabled(enabled);
        SessionBreakpoints.changed(this);
    }

    private record Reading(String text, Location location) {
    }
}
