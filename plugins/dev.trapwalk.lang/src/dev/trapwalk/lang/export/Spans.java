package dev.trapwalk.lang.export;

import dev.trapwalk.lang.model.ObjectSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Joins what a file splits: objects in consecutive slots are one range however they are written. So two layouts that mean the
 * same have the same ranges, and nothing is ever expanded.
 */
final class Spans {

    /**
     * Objects from slot (or interrupt) {@code slot} on.
     *
     * @param params what must be equal for two to be joined
     */
    record Placed(long slot, ObjectSpan objects, String params) {

        private long next() {
            return slot + objects.count();
        }
    }

    private final List<Placed> joined = new ArrayList<>();

    private Spans() {
    }

    /** Joins what follows on each other. @param placed by slot */
    static List<Placed> join(List<Placed> placed) {
        Spans spans = new Spans();
        placed.forEach(spans::add);
        return spans.joined;
    }

    /** Joins objects whose order does not count, such as the contents of an untyped. */
    static List<ObjectSpan> union(List<ObjectSpan> objects) {
        List<ObjectSpan> sorted = new ArrayList<>(objects);
        sorted.sort(Comparator.comparing((ObjectSpan span) -> span.decl().name()).thenComparing(ObjectSpan::low));
        List<ObjectSpan> union = new ArrayList<>();
        for (ObjectSpan span : sorted) {
            ObjectSpan last = union.isEmpty() ? null : union.get(union.size() - 1);
            if (last != null && last.decl() == span.decl() && (!span.decl().isArray() || span.low() <= last.high() + 1)) {
                union.set(union.size() - 1, upwards(span, last.low(), Math.max(last.high(), span.high())));
            } else {
                union.add(upwards(span, span.low(), span.high()));
            }
        }
        return union;
    }

    private static ObjectSpan upwards(ObjectSpan span, long low, long high) {
        return new ObjectSpan(span.decl(), low, span.decl().isArray() ? 1 : 0, high - low + 1);
    }

    /** Joins as many objects as go on where the last ones ended; the rest starts anew. */
    private void add(Placed next) {
        Placed last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
        ObjectSpan objects = next.objects();
        int step = last == null ? 0 : step(last, next);
        if (step == 0) {
            joined.add(next);
        } else if (objects.count() == 1 || objects.step() == step) {
            replaceLast(last, step, last.objects().count() + objects.count());
        } else {
            replaceLast(last, step, last.objects().count() + 1);
            add(new Placed(next.slot() + 1, objects.slice(1, objects.count() - 1), next.params()));
        }
    }

    private void replaceLast(Placed last, int step, long count) {
        ObjectSpan objects = last.objects();
        joined.set(joined.size() - 1, new Placed(last.slot(), new ObjectSpan(objects.decl(), objects.first(), step, count),
                last.params()));
    }

    /** The direction in which {@code next} goes on, or 0 when it does not. */
    private static int step(Placed last, Placed next) {
        ObjectSpan before = last.objects();
        if (before.decl() != next.objects().decl() || !before.decl().isArray() || last.next() != next.slot()
                || !last.params().equals(next.params())) {
            return 0;
        }
        long distance = next.objects().first() - before.get(before.count() - 1).index();
        boolean follows = distance == 1 || distance == -1;
        return follows && (before.count() == 1 || before.step() == distance) ? (int) distance : 0;
    }
}
