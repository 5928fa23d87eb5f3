package dev.trapwalk.lang.model.build;

import dev.trapwalk.lang.capdl.NameRef;
import dev.trapwalk.lang.model.ModelProblem;
import dev.trapwalk.lang.model.ModelProblem.Kind;
import dev.trapwalk.lang.model.SlotPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Selects elements of an array of named capabilities. */
final class CapNames {

    /** Ends the key of a name beside which there is one with brackets, or the other way round: no name is spelt so. */
    private static final String OTHER = "[";

    private CapNames() {
    }

    /** Notes a name; returns what had it before. The tool keeps {@code x} and {@code x[]} apart. */
    static <N> N put(Map<String, N> names, String name, N named, Predicate<N> sameForm) {
        N before = names.put(name, named);
        return before == null || sameForm.test(before) ? before : names.put(name + OTHER, before);
    }

    /** Whether there is {@code name} with brackets and without. */
    static boolean isTwice(Map<String, ?> names, String name) {
        return names.containsKey(name + OTHER);
    }

    /** What has a name, with brackets or without as {@code right} says; else what has it in the other form, or null. */
    static <N> N find(Map<String, N> names, String name, Predicate<N> right) {
        N named = names.get(name);
        N other = named == null || right.test(named) ? null : names.get(name + OTHER);
        return other == null ? named : other;
    }

    /**
     * The slots that {@code ref} stands for.
     *
     * @param array whether the name was declared with brackets
     * @param places all slots of the name
     */
    static List<SlotPlace> select(NameRef ref, boolean array, List<SlotPlace> places, List<ModelProblem> problems) {
        if (!ref.isIndexed()) {
            if (array) {
                problems.add(ModelProblem.of(Kind.NEEDS_INDEX, ref, ref.getName(), total(places)));
                return List.of();
            }
            return places;
        }
        if (!array) {
            problems.add(ModelProblem.of(Kind.NOT_AN_ARRAY, ref, ref.getName()));
            return List.of();
        }
        List<SlotPlace> selected = new ArrayList<>();
        for (References.Slice slice : References.slices(ref, total(places), problems)) {
            if (slice.step() > 0) {
                cut(places, slice.first(), slice.count(), selected);
            } else {
                // Downwards: one slot at a time; such a range is written by hand and short.
                for (long n = 0; n < Math.min(slice.count(), 1 << 16); n++) {
                    cut(places, slice.first() - n, 1, selected);
                }
            }
        }
        return selected;
    }

    private static long total(List<SlotPlace> places) {
        return places.stream().mapToLong(SlotPlace::count).sum();
    }

    private static void cut(List<SlotPlace> places, long from, long count, List<SlotPlace> into) {
        long skip = from;
        long left = count;
        for (SlotPlace place : places) {
            if (skip >= place.count()) {
                skip -= place.count();
            } else if (left > 0) {
                long length = Math.min(left, place.count() - skip);
                into.add(new SlotPlace(place.container(), place.decl(), place.low(), place.high(), place.slot() + skip,
                        length));
                left -= length;
                skip = 0;
            }
        }
    }
}
