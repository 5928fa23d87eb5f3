package dev.trapwalk.lang.ide.graph;

import com.google.common.collect.Range;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.Holders.Holder;
import dev.trapwalk.lang.model.ObjectDecl;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What can be reached from objects over any number of capabilities, and from where objects can be reached. A thread
 * that holds a capability to another thread's TCB reaches what that thread reaches: it may configure it.
 */
final class Reach {
    private record Piece(ObjectDecl decl, long low, long high) {
    }

    private final CapdlModel model;
    /** Outside of these objects nobody goes; null for no limit. */
    private final ObjectSet within;
    private final ObjectSet found = new ObjectSet();
    private final Deque<Piece> open = new ArrayDeque<>();

    Reach(CapdlModel model, ObjectSet within) {
        this.model = model;
        this.within = within;
    }

    /** Begins at elements of {@code decl}, and goes on there. */
    Reach from(ObjectDecl decl, long low, long high) {
        for (Range<Long> piece : found.add(decl, low, high)) {
            open.add(new Piece(decl, piece.lowerEndpoint(), piece.upperEndpoint() - 1));
        }
        return this;
    }

    /** Everything that is held, directly or not. */
    ObjectSet forwards() {
        while (!open.isEmpty()) {
            step(open.poll());
        }
        return found;
    }

    /** Everything that holds, directly or not. */
    ObjectSet backwards() {
        while (!open.isEmpty()) {
            Piece piece = open.poll();
            for (Holder holder : model.holders().of(piece.decl())) {
                if (holder.run().targets().low() <= piece.high() && piece.low() <= holder.run().targets().high()) {
                    visit(holder.container().decl(), holder.container().low(), holder.container().high());
                }
            }
        }
        return found;
    }

    /** What is found so far, and what that holds directly. */
    ObjectSet onceForwards() {
        Deque<Piece> first = new ArrayDeque<>(open);
        open.clear();
        first.forEach(this::step);
        open.clear();
        return found;
    }

    private void step(Piece piece) {
        for (Container container : model.containers(piece.decl())) {
            if (container.low() <= piece.high() && piece.low() <= container.high()) {
                for (CapRun run : container.runs()) {
                    if (run.targets() != null) {
                        visit(run.target(), run.targets().low(), run.targets().high());
                    }
                }
            }
        }
    }

    private void visit(ObjectDecl decl, long low, long high) {
        if (within == null) {
            from(decl, low, high);
        } else {
            for (Range<Long> piece : within.within(decl, low, high)) {
                from(decl, piece.lowerEndpoint(), piece.upperEndpoint() - 1);
            }
        }
    }
}
