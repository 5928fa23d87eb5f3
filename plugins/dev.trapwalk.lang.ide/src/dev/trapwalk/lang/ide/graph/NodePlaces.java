package dev.trapwalk.lang.ide.graph;

import dev.trapwalk.lang.model.ObjectDecl;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which node shows which objects: for each declaration, ranges of its elements. */
public final class NodePlaces {

    /** The elements {@code low} to {@code high} are shown by node {@code id}. */
    record Part(long low, long high, String id) {

        /** How many elements lie within both. */
        long overlap(long from, long to) {
            return Math.max(0, Math.min(high, to) - Math.max(low, from) + 1);
        }
    }

    private final Map<ObjectDecl, TreeMap<Long, Part>> parts = new IdentityHashMap<>();

    void add(ObjectDecl decl, long low, long high, String id) {
        parts.computeIfAbsent(decl, key -> new TreeMap<>()).put(low, new Part(low, high, id));
    }

    /** The parts of {@code decl} that lie within {@code low} to {@code high} at least partly. */
    List<Part> within(ObjectDecl decl, long low, long high) {
        TreeMap<Long, Part> ranges = parts.get(decl);
        if (ranges == null) {
            return List.of();
        }
        Map.Entry<Long, Part> first = ranges.floorEntry(low);
        List<Part> found = new ArrayList<>(2);
        for (Part part : ranges.subMap(first == null ? low : first.getKey(), true, high, true).values()) {
            if (part.high() >= low) {
                found.add(part);
            }
        }
        return found;
    }

    /** Id of the node that shows an object, or null. */
    String at(ObjectDecl decl, long index) {
        boolean any = decl.isArray() && index == ObjectDecl.SCALAR;
        List<Part> found = any ? within(decl, 0, Long.MAX_VALUE) : within(decl, index, index);
        return found.isEmpty() ? null : found.get(0).id();
    }
}
