package dev.trapwalk.engine.session.run;

/** Whether a moment is one that a breakpoint looks for. */
@FunctionalInterface
interface Looker {

    boolean matches(Moment moment);
}
