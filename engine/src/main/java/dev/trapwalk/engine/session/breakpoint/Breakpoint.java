package dev.trapwalk.engine.session.breakpoint;

import java.util.Set;

/**
 * A breakpoint as its owner defines it. Immutable: to change one, put another with the same id.
 *
 * @param id chosen by whoever sets it, unique in the session
 * @param location where it looks
 * @param enabled whether it looks at all
 * @param condition expression that must be true, or empty
 * @param hitCount which of the hits for which the condition held count
 * @param threads names of the threads for which it counts (the thread that entered the kernel); empty = all
 * @param ignoreWhile expression; while it is true the breakpoint does not count, or empty
 * @param logMessage text with {expressions} to print instead of stopping, or empty
 * @param trigger id of the breakpoint that must have been hit before this one counts, or empty
 */
public record Breakpoint(String id, Location location, boolean enabled, String condition, HitCount hitCount,
        Set<String> threads, String ignoreWhile, String logMessage, String trigger) {

    public Breakpoint {
        threads = Set.copyOf(threads);
    }

    /** An enabled breakpoint that always counts. */
    public static Breakpoint at(String id, Location location) {
        return new Breakpoint(id, location, true, "", HitCount.ALL, Set.of(), "", "", "");
    }

    /** The same, enabled or not. */
    public Breakpoint withEnabled(boolean on) {
        return new Breakpoint(id, location, on, condition, hitCount, threads, ignoreWhile, logMessage, trigger);
    }

    /** The same at another location. */
    public Breakpoint withLocation(Location other) {
        return new Breakpoint(id, other, enabled, condition, hitCount, threads, ignoreWhile, logMessage, trigger);
    }

    /** The same with a condition. */
    public Breakpoint when(String expression) {
        return new Breakpoint(id, location, enabled, expression, hitCount, threads, ignoreWhile, logMessage, trigger);
    }

    /** The same for some hits only. */
    public Breakpoint onHit(HitCount hits) {
        return new Breakpoint(id, location, enabled, condition, hits, threads, ignoreWhile, logMessage, trigger);
    }

    /** The same for some threads only. */
    public Breakpoint inThreads(Set<String> names) {
        return new Breakpoint(id, location, enabled, condition, hitCount, names, ignoreWhile, logMessage, trigger);
    }

    /** The same, not counting while an expression is true. */
    public Breakpoint ignoredWhile(String expression) {
        return new Breakpoint(id, location, enabled, condition, hitCount, threads, expression, logMessage, trigger);
    }

    /** The same, printing instead of stopping. */
    public Breakpoint logging(String message) {
        return new Breakpoint(id, location, enabled, condition, hitCount, threads, ignoreWhile, message, trigger);
    }

    /** The same, counting only after another breakpoint was hit. */
    public Breakpoint armedBy(String other) {
        return new Breakpoint(id, location, enabled, condition, hitCount, threads, ignoreWhile, logMessage, other);
    }
}
