package dev.trapwalk.lang.model.build;

import dev.trapwalk.lang.capdl.NameRef;
import dev.trapwalk.lang.capdl.Range;
import dev.trapwalk.lang.model.ModelProblem;
import dev.trapwalk.lang.model.ModelProblem.Kind;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectSpan;
import dev.trapwalk.lang.model.ObjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Untypeds that only a path names although another object has their name: {@code u/x = ep} beside an array {@code u[3]},
 * {@code p[1]/x = ep} without {@code p[2] = ut} or beyond its end. The tool keeps name and index apart, so {@code u},
 * {@code u[0]} and {@code u[7]} are three objects, each of which may exist without the others; {@code u[]} stands for as
 * many elements as there are objects of that name, with or without index.
 */
final class Implied {
    private final Map<String, ObjectDecl> objects;
    /** Number of such untypeds by name. */
    private final Map<String, Integer> counts = new HashMap<>();

    /** @param objects all declarations; those found here are added under keys that no name is spelt like */
    Implied(Map<String, ObjectDecl> objects) {
        this.objects = objects;
    }

    /** Whether something of this name exists that {@code objects} does not have under it. */
    boolean has(String name) {
        return counts.containsKey(name);
    }

    /** The untyped that an element of a path names, which is declared here if nothing else does. */
    ObjectDecl untyped(NameRef ref) {
        long index = ref.isIndexed() ? References.element(ref) : ObjectDecl.SCALAR;
        ObjectDecl known = find(ref.getName(), index);
        if (known != null) {
            return known;
        }
        boolean plain = index == ObjectDecl.SCALAR && !objects.containsKey(ref.getName());
        ObjectDecl decl = new ObjectDecl(display(ref.getName(), index), ObjectType.UT, ObjectDecl.SCALAR, ref, null);
        objects.put(plain ? ref.getName() : key(ref.getName(), index), decl);
        if (!plain) {
            counts.merge(ref.getName(), 1, Integer::sum);
        }
        return decl;
    }

    private static String display(String name, long index) {
        return index == ObjectDecl.SCALAR ? name : name + "[" + index + "]";
    }

    private static String key(String name, long index) {
        return name + "/" + (index == ObjectDecl.SCALAR ? "" : index);
    }

    private ObjectDecl find(String name, long index) {
        ObjectDecl decl = objects.get(name);
        if (decl != null && (index == ObjectDecl.SCALAR ? !decl.isArray() : decl.isArray() && index < decl.count())) {
            return decl;
        }
        return objects.get(key(name, index));
    }

    /** The objects that {@code ref} stands for, as {@link References#resolve}. */
    List<ObjectSpan> resolve(NameRef ref, List<ModelProblem> problems, Kind unknown) {
        List<ObjectSpan> spans = new ArrayList<>(1);
        if (!ref.isIndexed()) {
            element(ref, ObjectDecl.SCALAR, spans, problems, unknown);
            return spans;
        }
        ObjectDecl decl = objects.get(ref.getName());
        long array = decl != null && decl.isArray() ? decl.count() : 0;
        long size = counts.get(ref.getName()) + (decl == null ? 0 : decl.count());
        if (ref.getRanges().isEmpty()) {
            range(ref, 0, size - 1, array, spans, problems, unknown);
        }
        for (Range range : ref.getRanges()) {
            if (References.isBehind(range, size)) {
                problems.add(ModelProblem.of(Kind.NOTHING_THERE, range, ref.getName(), size, Numbers.index(range.getFrom())));
                continue;
            }
            long from = range.getFrom() == null ? 0 : Numbers.index(range.getFrom());
            long to = range.getTo() != null ? Numbers.index(range.getTo()) : range.isOpen() ? size - 1 : from;
            range(ref, from, to, array, spans, problems, unknown);
        }
        return spans;
    }

    /** Elements of the array are one span, each other one its own; after the first that is missing no more are looked up. */
    private void range(NameRef ref, long from, long to, long array, List<ObjectSpan> spans, List<ModelProblem> problems,
            Kind unknown) {
        int step = to >= from ? 1 : -1;
        long next = from;
        // Behind the largest number there is comes the least.
        while (next >= 0 && (step > 0 ? next <= to : next >= to)) {
            if (next < array) {
                long last = step > 0 ? Math.min(to, array - 1) : to;
                spans.add(new ObjectSpan(objects.get(ref.getName()), next, step, Math.abs(last - next) + 1));
                next = last + step;
            } else if (element(ref, next, spans, problems, unknown)) {
                next += step;
            } else {
                return;
            }
        }
    }

    private boolean element(NameRef ref, long index, List<ObjectSpan> spans, List<ModelProblem> problems, Kind unknown) {
        ObjectDecl decl = find(ref.getName(), index);
        if (decl == null) {
            ObjectDecl other = objects.get(ref.getName());
            problems.add(other == null || !other.isArray() ? ModelProblem.of(unknown, ref, display(ref.getName(), index))
                    : index == ObjectDecl.SCALAR ? ModelProblem.of(Kind.NEEDS_INDEX, ref, other.name(), other.count())
                    : ModelProblem.of(Kind.NO_SUCH_ELEMENT, ref, other.name(), other.count(), index));
            return false;
        }
        boolean element = decl.isArray();
        spans.add(new ObjectSpan(decl, element ? index : ObjectDecl.SCALAR, element ? 1 : 0, 1));
        return true;
    }
}
