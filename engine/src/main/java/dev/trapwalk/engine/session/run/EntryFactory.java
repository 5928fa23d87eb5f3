package dev.trapwalk.engine.session.run;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.expression.ExpressionException;
import dev.trapwalk.engine.session.expression.Scope;
import dev.trapwalk.engine.session.history.UndoJournal;
import dev.trapwalk.engine.session.target.NamedObject;

/**
 * Makes breakpoints ready: plans their location, finds their threads, compiles their expressions, gives them a
 * counter.
 */
final class EntryFactory {

    private final Timeline timeline;
    private final Planner planner;
    private final Living living;
    private int made;

    EntryFactory(Timeline timeline) {
        this.timeline = timeline;
        this.planner = new Planner(timeline);
        this.living = new Living(timeline);
    }

    Entry entry(Breakpoint breakpoint) {
        return entry(breakpoint, counter());
    }

    /** The same breakpoint when other objects are there; it goes on counting. */
    Entry again(Entry entry) {
        return entry(entry.breakpoint, entry.counter);
    }

    private Entry entry(Breakpoint breakpoint, int counter) {
        Plan plan = planner.plan(breakpoint.location());
        String problem = plan.problem;
        Set<Long> threads = new HashSet<>();
        for (String name : breakpoint.threads()) {
            Optional<NamedObject> thread = living.named(name);
            thread.ifPresent(object -> threads.add(object.address()));
            if (thread.isEmpty() && problem == null) {
                problem = living.problem(name, Messages.get("breakpoint.noSuchThread", name));
            }
        }
        Expressions expressions = Expressions.NONE;
        if (problem == null) {
            try {
                expressions = Expressions.of(Scope.of(timeline.objects(), plan.points), breakpoint);
            } catch (ExpressionException wrong) {
                problem = Messages.get("expression.atColumn", wrong.column(), wrong.getMessage());
            }
        }
        return new Entry(breakpoint, plan, counter, threads, expressions, problem);
    }

    /** A side word that counts from 0; after some 65,000 breakpoints the first words come again. */
    private int counter() {
        int counter = Timeline.FREE_SIDE_WORDS + made++ % (UndoJournal.SIDE_WORDS - Timeline.FREE_SIDE_WORDS);
        timeline.journal().setSide(counter, 0);
        return counter;
    }
}
