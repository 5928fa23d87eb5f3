package dev.trapwalk.engine.session.breakpoint;

/**
 * That a breakpoint stopped the machine.
 *
 * @param breakpoint the definition that matched
 * @param number how often it has counted by now, this time included
 * @param detail in words what happened, such as the old and new value of a watch; may be empty
 */
public record BreakpointHit(Breakpoint breakpoint, long number, String detail) {
}
