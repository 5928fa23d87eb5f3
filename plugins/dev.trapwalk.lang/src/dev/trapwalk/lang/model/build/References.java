package dev.trapwalk.lang.model.build;

import dev.trapwalk.lang.capdl.NameRef;
import dev.trapwalk.lang.capdl.Range;
import dev.trapwalk.lang.model.ModelProblem;
import dev.trapwalk.lang.model.ModelProblem.Kind;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the objects that a name with ranges stands for, in constant time whatever the ranges. */
final class References {

    /** A range of an array of known size, clipped to it: {@code count} elements from {@code first}. */
    record Slice(long first, int step, long count) {
    }

    private final Map<String, ObjectDecl> objects;
    private final Implied implied;
    private final List<ModelProblem> problems;

    References(Map<String, ObjectDecl> objects, Implied implied, List<ModelProblem> problems) {
        this.objects = objects;
        this.implied = implied;
        this.problems = problems;
    }

    /** The same objects; what is named in vain is noted elsewhere. */
    References with(List<ModelProblem> others) {
        return new References(objects, implied, others);
    }

    ObjectDecl declaration(String name) {
        return objects.get(name);
    }

    /** The objects that {@code ref} stands for; what it names in vain is noted as {@code unknown}. */
    List<ObjectSpan> resolve(NameRef ref, Kind unknown) {
        if (implied.has(ref.getName())) {
            return implied.resolve(ref, problems, unknown);
        }
        ObjectDecl decl = objects.get(ref.getName());
        if (decl == null) {
            problems.add(ModelProblem.of(unknown, ref, String.valueOf(ref.getName())));
            return List.of();
        }
        if (!ref.isIndexed()) {
            if (decl.isArray()) {
                problems.add(ModelProblem.of(Kind.NEEDS_INDEX, ref, decl.name(), decl.count()));
                return List.of();
            }
            return List.of(new ObjectSpan(decl, ObjectDecl.SCALAR, 0, 1));
        }
        if (!decl.isArray()) {
            problems.add(ModelProblem.of(Kind.NOT_AN_ARRAY, ref, decl.name()));
            return List.of();
        }
        List<ObjectSpan> spans = new ArrayList<>(1);
        for (Slice slice : slices(ref, decl.count(), problems)) {
            spans.add(new ObjectSpan(decl, slice.first(), slice.step(), slice.count()));
        }
        return spans;
    }

    /** Whether {@code ref} stands for no element of an array there is: {@code x[4..]} of four. */
    boolean isNothing(NameRef ref) {
        ObjectDecl decl = implied.has(ref.getName()) ? null : objects.get(ref.getName());
        return decl != null && decl.isArray() && !ref.getRanges().isEmpty()
                && ref.getRanges().stream().allMatch(range -> isBehind(range, decl.count()));
    }

    /** Whether {@code range} goes from behind an array of {@code size} to its end. */
    static boolean isBehind(Range range, long size) {
        return range.isOpen() && range.getTo() == null && range.getFrom() != null && Numbers.index(range.getFrom()) >= size;
    }

    /** The element that a plain index names, or -1. */
    static long element(NameRef ref) {
        Range range = ref.getRanges().size() == 1 ? ref.getRanges().get(0) : null;
        return range == null || range.isOpen() || range.getFrom() == null ? -1 : Numbers.index(range.getFrom());
    }

    /** The elements of an array of {@code size} that the ranges of {@code ref} select, in order. */
    static List<Slice> slices(NameRef ref, long size, List<ModelProblem> problems) {
        if (ref.getRanges().isEmpty()) {
            return size == 0 ? List.of() : List.of(new Slice(0, 1, size));
        }
        List<Slice> slices = new ArrayList<>(1);
        for (Range range : ref.getRanges()) {
            long from = range.getFrom() == null ? 0 : Numbers.index(range.getFrom());
            long to = range.getTo() != null ? Numbers.index(range.getTo()) : range.isOpen() ? size - 1 : from;
            if (isBehind(range, size)) {
                problems.add(ModelProblem.of(Kind.NOTHING_THERE, range, ref.getName(), size, from));
                continue;
            }
            if (Math.max(from, to) >= size) {
                problems.add(ModelProblem.of(Kind.NO_SUCH_ELEMENT, range, ref.getName(), size, Math.max(from, to)));
                continue;
            }
            slices.add(new Slice(from, to >= from ? 1 : -1, Math.abs(to - from) + 1));
        }
        return slices;
    }
}
