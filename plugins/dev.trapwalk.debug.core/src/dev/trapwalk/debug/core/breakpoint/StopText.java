package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.engine.session.breakpoint.BreakpointHit;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.state.StopState;
import java.util.stream.Collectors;

/** Why the machine stands where it stands, as far as the place itself does not say it. */
public final class StopText {

    private StopText() {
    }

    /** What the breakpoints that were hit say: old and new value of a watch, a failed expectation, an error ... */
    public static String of(StopState state) {
        return state.hits().stream().map(StopText::of).filter(text -> !text.isEmpty()).distinct()
                .collect(Collectors.joining("; "));
    }

    private static String of(BreakpointHit hit) {
        Location location = hit.breakpoint().location();
        if (!hit.detail().isEmpty()) {
            return hit.detail();
        }
        return location instanceof Location.AtPoint || location instanceof Location.AtLine ? ""
                : BreakpointKind.of(location).newBreakpoint().placeText(location);
    }
}
