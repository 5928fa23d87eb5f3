package dev.trapwalk.engine.session.run;

/** How the run of a unit ended. */
enum Outcome {
    /** At a kernel point, in the middle of the unit. */
    STOPPED,
    /** In user mode before the next unit. */
    COMPLETED,
    /** The machine has ended: there was no unit to run. */
    ENDED,
    /** The kernel came to something that is not modelled; the machine stands at the last point before it. */
    FAILED
}
