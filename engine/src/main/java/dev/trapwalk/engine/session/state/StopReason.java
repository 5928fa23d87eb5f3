package dev.trapwalk.engine.session.state;

/** Why the machine stands still. */
public enum StopReason {
    /** It was just booted. */
    START,
    /** A step is done. */
    STEP,
    /** A breakpoint was hit, or more than one: see the hits. */
    BREAKPOINT,
    /** The place that it was to run to is reached. */
    PLACE_REACHED,
    /** Suspend was asked for. */
    SUSPENDED,
    /** It went to a mark. */
    JUMP,
    /** Nothing will ever run again; going back is still possible. */
    END,
    /** Going back reached the oldest mark that the history holds. */
    HISTORY_START,
    /** The kernel came to something that this engine does not model; the message names it. */
    NOT_MODELLED,
    /** A value was changed at this mark. */
    EDIT
}
