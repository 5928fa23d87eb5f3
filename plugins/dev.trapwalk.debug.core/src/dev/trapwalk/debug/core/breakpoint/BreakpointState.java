package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;
import java.util.List;
import java.util.Optional;

/**
 * What became of a breakpoint in the sessions under way.
 *
 * @param verified whether at least one session can hit it
 * @param problem why no session can hit it; empty when one can
 * @param hits how often it counted, in all sessions together
 */
public record BreakpointState(boolean verified, String problem, long hits) {

    /** Of a breakpoint; empty when no session has looked at it. */
    public static Optional<BreakpointState> of(WalkBreakpoint breakpoint) {
        List<BreakpointStatus> statuses = SessionBreakpoints.connected()
                .flatMap(session -> session.status(breakpoint).stream()).toList();
        if (statuses.isEmpty()) {
            return Optional.empty();
        }
        boolean verified = statuses.stream().anyMatch(BreakpointStatus::isVerified);
        return Optional.of(new BreakpointState(verified, verified ? "" : statuses.get(0).reason(),
                statuses.stream().mapToLong(BreakpointStatus::hits).sum()));
    }
}
