package dev.trapwalk.engine.session.breakpoint;

/**
 * What became of a breakpoint in this session.
 *
 * @param breakpoint as its owner defined it
 * @param state whether it can be hit
 * @param reason in words, why it cannot; empty when verified
 * @param hits how often it counted up to the current mark
 */
public record BreakpointStatus(Breakpoint breakpoint, State state, String reason, long hits) {

    /** Whether a breakpoint can be hit. */
    public enum State {
        /** It looks at something that exists. */
        VERIFIED,
        /** It names something that does not exist, or its expression is wrong: see the reason. */
        NOT_VERIFIED,
        /** It was removed. */
        REMOVED
    }

    /** Whether it can be hit. */
    public boolean isVerified() {
        return state == State.VERIFIED;
    }
}
