package dev.trapwalk.engine.kernel;

/**
 * How a kernel function ended: seL4's exception_t. What went wrong is in the matching current_ variable of the globals.
 */
public enum ExceptionStatus {
    /** All well. */
    NONE,
    /** current_fault is to be delivered to the thread's fault handler. */
    FAULT,
    /** current_lookup_fault says why a CSpace lookup stopped. */
    LOOKUP_FAULT,
    /** current_syscall_error is to be returned to the caller. */
    SYSCALL_ERROR,
    /** The operation was interrupted and is to be restarted. */
    PREEMPTED
}
