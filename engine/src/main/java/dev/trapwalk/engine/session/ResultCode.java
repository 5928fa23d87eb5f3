package dev.trapwalk.engine.session;

/** Why a command had the result it had. Expected failures are codes, never exceptions. */
public enum ResultCode {
    /** Done; there is a value. */
    OK,
    /** The command needs a suspended session and the machine is running. */
    NOT_SUSPENDED,
    /** Suspend was asked for and nothing was running. */
    NOT_RUNNING,
    /** The session has ended. */
    TERMINATED,
    /** Too many commands are waiting; try again. */
    QUEUE_FULL,
    /** The wanted mark was dropped from the history, or history is off. */
    HISTORY_EXHAUSTED,
    /** There is no such mark: the machine ends before it. */
    NO_SUCH_MARK,
    /** A breakpoint, place, thread, slot, branch or name is unknown. */
    NOT_FOUND,
    /** The text of an expression, condition or value is wrong. */
    BAD_EXPRESSION,
    /** The kernel could never produce that value. */
    IMPOSSIBLE_VALUE,
    /** The command makes no sense at this stop. */
    NOT_APPLICABLE,
    /** The machine could not be booted from its scenario. */
    BOOT_FAILED,
    /** A defect of the debugger itself; the message says what. The machine is as it was at the last stop. */
    INTERNAL_ERROR
}
