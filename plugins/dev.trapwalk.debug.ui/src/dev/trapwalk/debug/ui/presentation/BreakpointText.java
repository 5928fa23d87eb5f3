package dev.trapwalk.debug.ui.presentation;

import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import java.util.ArrayList;
import java.util.List;

/** A breakpoint in words: {@code fastpath_call: length  (fails)  [thread client, hits >= 3]}. */
final class BreakpointText {

    private BreakpointText() {
    }

    static String of(WalkBreakpoint breakpoint) {
        List<String> parts = new ArrayList<>();
        add(parts, Messages.breakpointCondition, breakpoint.attribute(WalkBreakpoint.CONDITION));
        add(parts, Messages.breakpointThreads, breakpoint.attribute(WalkBreakpoint.THREADS));
        add(parts, Messages.breakpointHits, breakpoint.attribute(WalkBreakpoint.HIT_COUNT));
        add(parts, Messages.breakpointIgnored, breakpoint.attribute(WalkBreakpoint.IGNORE_WHILE));
        add(parts, Messages.breakpointLogs, breakpoint.attribute(WalkBreakpoint.LOG_MESSAGE));
        String place = breakpoint.placeText();
        return parts.isEmpty() ? place : place + "  [" //$NON-NLS-1$
                + String.join(", ", parts) + "]"; //$NON-NLS-1$ //$NON-NLS-2$
    }

    private static void add(List<String> parts, String pattern, String value) {
        if (!value.isEmpty()) {
            parts.add(Messages.bind(pattern, value));
        }
    }
}
