package dev.trapwalk.engine.session.inspect;

/** Whether a value is another one than it was. */
public enum ChangeMark {
    /** As it was at the last stop. */
    NONE,
    /** Changed since the machine last came to a stop that was no step, but not by the last step. */
    SINCE_STOP,
    /** Changed by the last step, forwards or backwards. */
    BY_STEP
}
