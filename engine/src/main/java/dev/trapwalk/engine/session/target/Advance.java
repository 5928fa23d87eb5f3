package dev.trapwalk.engine.session.target;

/** What a unit did. */
public enum Advance {
    /** User mode only: the kernel was not entered. */
    USER,
    /** The kernel was entered and left. */
    KERNEL,
    /** A statement of the program says something must hold, and it does not. Otherwise as {@link #USER}. */
    EXPECTATION_FAILED,
    /** Nothing happened and nothing ever will: no thread can run and no event is due. */
    ENDED
}
