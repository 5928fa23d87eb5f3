package dev.trapwalk.engine.point;

/** The coarse map of a system call, in the order in which a walk normally passes it. */
public enum Phase {
    TRAP, FASTPATH, LOOKUP, DECODE, PERFORM, SCHEDULE, RESTORE
}
