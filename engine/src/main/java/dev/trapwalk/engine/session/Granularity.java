package dev.trapwalk.engine.session;

/** What a step counts as a place. User mode is a place at every granularity. */
public enum Granularity {
    /** Every kernel point. */
    POINT,
    /** Entries of kernel functions. */
    FUNCTION,
    /** Entries of kernel functions that begin another phase than their caller's. */
    PHASE,
    /** User mode after a kernel entry. */
    SYSTEM_CALL,
    /** User mode of the thread the step was given for: its next statement. */
    STATEMENT
}
