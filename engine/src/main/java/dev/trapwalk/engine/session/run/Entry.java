package dev.trapwalk.engine.session.run;

import java.util.Set;

import dev.trapwalk.engine.session.breakpoint.Breakpoint;

/**
 * A breakpoint made ready for its machine. Its hits are counted in a side word of the journal, so going back uncounts
 * them.
 */
final class Entry {

    final Breakpoint breakpoint;
    final Plan plan;
    final int counter;
    /** Addresses of the TCBs for which it counts; empty = all. */
    final Set<Long> threads;
    final Expressions expressions;
    /** Side word of the breakpoint that arms this one, or -1. */
    int trigger = -1;
    /** Why it cannot be hit, or null. */
    String problem;
    /** What clients were told of that last. */
    String told;

    Entry(Breakpoint breakpoint, Plan plan, int counter, Set<Long> threads, Expressions expressions, String problem) {
        this.breakpoint = breakpoint;
        this.plan = plan;
        this.counter = counter;
        this.threads = threads;
        this.expressions = expressions;
        this.problem = problem;
    }

    /** Whether it means something else when other objects are there: it names some, or may. */
    boolean dependsOnObjects() {
        boolean atPoints = problem == null && !plan.points.isEmpty();
        return !atPoints || !breakpoint.threads().isEmpty() || !expressions.equals(Expressions.NONE);
    }

    boolean isLive() {
        return problem == null && breakpoint.enabled();
    }

    boolean counts(Moment moment) {
        return (threads.isEmpty() || threads.contains(moment.thread))
                && (expressions.ignoreWhile() == null || !expressions.ignoreWhile().isTrue(moment));
    }

    boolean conditionHolds(Moment moment) {
        return expressions.condition() == null || expressions.condition().isTrue(moment);
    }
}
