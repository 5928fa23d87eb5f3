package dev.trapwalk.debug.ui.breakpoints;

import dev.trapwalk.debug.core.breakpoint.BreakpointKind;

/** The kinds of breakpoints in words. */
public final class KindText {

    private KindText() {
    }

    /** The kind's name. */
    public static String name(BreakpointKind kind) {
        return switch (kind) {
            case POINT -> Messages.kindPoint;
            case SYSTEM_CALL -> Messages.kindSystemCall;
            case INVOCATION -> Messages.kindInvocation;
            case ERROR -> Messages.kindError;
            case FAULT -> Messages.kindFault;
            case FASTPATH_LEFT -> Messages.kindFastpathLeft;
            case THREAD_SWITCH -> Messages.kindThreadSwitch;
            case REPLY -> Messages.kindReply;
            case WATCH -> Messages.kindWatch;
            case EXPECTATION -> Messages.kindExpectation;
        };
    }

    /** When breakpoints of a kind stop the machine, in a sentence. */
    public static String description(BreakpointKind kind) {
        return switch (kind) {
            case POINT -> Messages.aboutPoint;
            case SYSTEM_CALL -> Messages.aboutSystemCall;
            case INVOCATION -> Messages.aboutInvocation;
            case ERROR -> Messages.aboutError;
            case FAULT -> Messages.aboutFault;
            case FASTPATH_LEFT -> Messages.aboutFastpathLeft;
            case THREAD_SWITCH -> Messages.aboutThreadSwitch;
            case REPLY -> Messages.aboutReply;
            case WATCH -> Messages.aboutWatch;
            case EXPECTATION -> Messages.aboutExpectation;
        };
    }
}
