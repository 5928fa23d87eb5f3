package dev.trapwalk.lang.json;

import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Cover;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectSizes;
import dev.trapwalk.lang.model.ParamKey;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The order of the objects in a JSON file. First those that lie in no untyped, in the order in which the initialiser allocates
 * (physical addresses first, then large before small), then the contents of each untyped one after the other, so that a range
 * of indexes names them.
 */
final class ObjectNumbering {

    /** The objects {@code start} (inclusive) to {@code end} (exclusive) lie in {@code parent}. */
    record Children(int parent, int start, int end) {
    }

    private final List<ObjectRef> order = new ArrayList<>();
    private final Map<ObjectRef, Integer> numbers = new HashMap<>();
    private final List<Children> children = new ArrayList<>();
    private final int roots;

    /** @param wanted which declarations JSON has */
    ObjectNumbering(CapdlModel model, Predicate<ObjectDecl> wanted, ExportNotes notes) {
        Map<ObjectRef, Set<ObjectRef>> covered = new LinkedHashMap<>();
        Map<ObjectRef, ObjectRef> inside = new HashMap<>();
        for (Cover cover : model.covers()) {
            for (long n = 0; n < cover.objects().count(); n++) {
                ObjectRef child = cover.objects().get(n);
                if (isWithin(cover.untyped(), child, inside)) {
                    notes.lost(cover.source(), "export.coverCycle", child, cover.untyped());
                } else if (wanted.test(child.decl()) && inside.putIfAbsent(child, cover.untyped()) == null) {
                    covered.computeIfAbsent(cover.untyped(), untyped -> new LinkedHashSet<>()).add(child);
                }
            }
        }
        List<ObjectRef> top = new ArrayList<>();
        for (ObjectDecl decl : model.objects()) {
            if (wanted.test(decl)) {
                for (long n = 0; n < decl.count(); n++) {
                    ObjectRef object = new ObjectRef(decl, decl.isArray() ? n : ObjectDecl.SCALAR);
                    if (!inside.containsKey(object)) {
                        top.add(object);
                    }
                }
            }
        }
        top.sort(Comparator.comparing(ObjectNumbering::address, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(object -> -ObjectSizes.bits(object.decl(), model.arch()))
                .thenComparing(object -> object.decl().name()).thenComparing(ObjectRef::index));
        top.forEach(this::add);
        roots = order.size();
        contents(covered);
    }

    /** Whether {@code untyped} is {@code object} or lies in it. */
    private static boolean isWithin(ObjectRef untyped, ObjectRef object, Map<ObjectRef, ObjectRef> inside) {
        ObjectRef outer = untyped;
        while (outer != null && !outer.equals(object)) {
            outer = inside.get(outer);
        }
        return outer != null;
    }

    /** Contents of untypeds, level by level: an untyped has its number before its contents do. */
    private void contents(Map<ObjectRef, Set<ObjectRef>> covered) {
        Deque<ObjectRef> untypeds = new ArrayDeque<>(order);
        while (!untypeds.isEmpty()) {
            ObjectRef untyped = untypeds.poll();
            Set<ObjectRef> objects = covered.remove(untyped);
            if (objects != null) {
                int start = order.size();
                objects.forEach(this::add);
                children.add(new Children(numbers.get(untyped), start, order.size()));
                untypeds.addAll(objects);
            }
        }
    }

    private void add(ObjectRef object) {
        numbers.put(object, order.size());
        order.add(object);
    }

    private static BigInteger address(ObjectRef object) {
        return object.decl().number(ParamKey.PADDR);
    }

    List<ObjectRef> order() {
        return order;
    }

    /** Number of objects that lie in no untyped; they come first. */
    int roots() {
        return roots;
    }

    List<Children> children() {
        return children;
    }

    /** The index of an object, or null when JSON does not have it. */
    Integer of(ObjectRef object) {
        return numbers.get(object);
    }
}
