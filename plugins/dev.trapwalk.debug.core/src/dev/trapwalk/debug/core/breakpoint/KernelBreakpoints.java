package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.engine.session.breakpoint.Location;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;

/** Sets, finds and removes breakpoints of any kind by their location. */
public final class KernelBreakpoints {

    private KernelBreakpoints() {
    }

    /** The breakpoint that looks there; a new one if there is none. */
    public static KernelBreakpoint set(Location location) throws CoreException {
        Optional<KernelBreakpoint> there = find(location);
        if (there.isPresent()) {
            return there.get();
        }
        KernelBreakpoint breakpoint = BreakpointKind.of(location).newBreakpoint();
        breakpoint.set(location);
        return breakpoint;
    }

    /** The breakpoint that looks there, if there is one. */
    public static Optional<KernelBreakpoint> find(Location location) {
        return all().stream().filter(KernelBreakpoint.class::isInstance).map(KernelBreakpoint.class::cast)
                .filter(breakpoint -> breakpoint.location().filter(location::equals).isPresent()).findFirst();
    }

    /** Sets a breakpoint, or removes the one that is there. */
    public static void toggle(Location location) throws CoreException {
        Optional<KernelBreakpoint> there = find(location);
        if (there.isPresent()) {
            there.get().delete();
        } else {
            set(location);
        }
    }

    /** All breakpoints of this debugger, those in files included. */
    public static List<WalkBreakpoint> all() {
        return Stream.of(DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(DebugCore.MODEL_ID))
                .filter(WalkBreakpoint.class::isInstance).map(WalkBreakpoint.class::cast).toList();
    }
}
