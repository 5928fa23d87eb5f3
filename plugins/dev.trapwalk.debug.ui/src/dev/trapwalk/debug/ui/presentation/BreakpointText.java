package dev.trapwalk.debug.ui.presentation;

import dev.trapwalk.debug.core.breakpoint.BreakpointState;
import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A breakpoint in words: {@code fastpath_call: length <= 4  (fails)  [thread client, hits >= 3]}, and what became of
 * it in the session under way.
 */
final class BreakpointText {

    private BreakpointText() {
    }

    static String of(WalkBreakpoint breakpoint) {
        List<String> parts = new ArrayList<>();
        add(parts, Messages.breakpointCondition, breakpoint.attribute(WalkBreakpoint.CONDITION));
        add(parts, Messages.breakpointThreads, breakpoint.attribute(WalkBreakpoint.THREADS));
        add(parts, Messages.breakpointHits, breakpoint.attribute(WalkBreakpoint.HIT_COUNT));
        add(parts, Messages.breakpointIgnored, breakpoint.attribute(WalkBreakpoint.IGNORE_WHILE));
        add(parts, Messages.breakpointTrigger, trigger(breakpoint.attribute(WalkBreakpoint.TRIGGER)));
        add(parts, Messages.breakpointLogs, breakpoint.attribute(WalkBreakpoint.LOG_MESSAGE));
        String place = breakpoint.placeText();
        String label = parts.isEmpty() ? place : place + "  [" //$NON-NLS-1$
                + String.join(", ", parts) + "]"; //$NON-NLS-1$ //$NON-NLS-2$
        return label + BreakpointState.of(breakpoint).map(BreakpointText::state).orElse(""); //$NON-NLS-1$
    }

    private static void add(List<String> parts, String pattern, String value) {
        if (!value.isEmpty()) {
            parts.add(Messages.bind(pattern, value));
        }
    }

    private static String trigger(String sessionId) {
        Optional<WalkBreakpoint> trigger = KernelBreakpoints.all().stream()
                .filter(other -> other.sessionId().equals(sessionId)).findFirst();
        return sessionId.isEmpty() ? "" //$NON-NLS-1$
                : trigger.map(WalkBreakpoint::placeText).orElse(Messages.breakpointDeletedTrigger);
    }

    private static String state(BreakpointState state) {
        if (!state.verified()) {
            return Messages.bind(Messages.breakpointNotVerified, state.problem());
        }
        return state.hits() == 0 ? "" : state.hits() == 1 ? Messages.breakpointHitOnce //$NON-NLS-1$
                : Messages.bind(Messages.breakpointHitOften, state.hits());
    }
}
