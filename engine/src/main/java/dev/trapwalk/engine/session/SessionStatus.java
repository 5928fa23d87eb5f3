package dev.trapwalk.engine.session;

/** What a session is doing. */
public enum SessionStatus {
    /** The machine is being booted. */
    BOOTING,
    /** Runs until a breakpoint, the end or a suspend. */
    RUNNING,
    /** Runs to the end of a step; further steps may be submitted and are carried out in turn. */
    STEPPING,
    /** Stands still; {@link Session#state()} is what it looks like. */
    SUSPENDED,
    /** Ended. */
    TERMINATED
}
