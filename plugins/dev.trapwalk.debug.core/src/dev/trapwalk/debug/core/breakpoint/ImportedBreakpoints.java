package dev.trapwalk.debug.core.breakpoint;

import java.util.Map;
import java.util.UUID;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IBreakpointImportParticipant;

/** Decides which breakpoints of the workspace an imported one stands for: those that look at the same place. */
public final class ImportedBreakpoints implements IBreakpointImportParticipant {

    /** Attribute under which the platform hands over the type of the imported marker. */
    private static final String TYPE = "type";

    @Override
    public boolean matches(Map<String, Object> attributes, IBreakpoint breakpoint) throws CoreException {
        IMarker marker = breakpoint.getMarker();
        if (marker == null || !marker.getType().equals(attributes.get(TYPE))) {
            return false;
        }
        return breakpoint instanceof KernelBreakpoint
                ? marker.getAttribute(KernelBreakpoint.LOCATION, "").equals(attributes.get(KernelBreakpoint.LOCATION))
                : Integer.valueOf(marker.getAttribute(IMarker.LINE_NUMBER, -1))
                        .equals(attributes.get(IMarker.LINE_NUMBER));
    }

    /** Two breakpoints of one name could not be told apart in a session: the imported one gets a new name. */
    @Override
    public void verify(IBreakpoint breakpoint) throws CoreException {
        if (breakpoint instanceof WalkBreakpoint imported && KernelBreakpoints.all().stream()
                .anyMatch(other -> other != imported && other.sessionId().equals(imported.sessionId()))) {
            imported.change(WalkBreakpoint.UID, UUID.randomUUID().toString());
        }
    }
}
