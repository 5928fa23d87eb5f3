package dev.trapwalk.engine.session;

/** How a step treats calls. */
public enum StepKind {
    /** To the very next place, into a called function if there is one. */
    INTO,
    /** To the next place of this function or a caller. */
    OVER,
    /** Until this function has returned; backwards: to where it was called. */
    RETURN
}
