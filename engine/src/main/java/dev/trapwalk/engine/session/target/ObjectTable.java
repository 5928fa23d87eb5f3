package dev.trapwalk.engine.session.target;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.trapwalk.engine.api.ObjectType;

/** The named objects of a machine, by name and by address. Immutable. */
public final class ObjectTable {

    private final List<NamedObject> objects;
    private final List<NamedObject> unlisted;
    private final Map<String, NamedObject> byName;
    private final TreeMap<Long, NamedObject> byStart;

    /** A table of these objects, in the layout's order. Untypeds may contain others; those win. */
    public ObjectTable(List<NamedObject> objects) {
        this(objects, List.of());
    }

    /** The same with objects that no layout declares: they are found by address, and never listed. */
    public ObjectTable(List<NamedObject> objects, List<NamedObject> unlisted) {
        this.objects = List.copyOf(objects);
        this.unlisted = List.copyOf(unlisted);
        this.byName = new HashMap<>();
        this.byStart = new TreeMap<>(Long::compareUnsigned);
        for (NamedObject object : unlisted) {
            byStart.put(object.start(), object);
        }
        for (NamedObject object : objects) {
            byName.put(object.name(), object);
            if (object.type() != ObjectType.UNTYPED) {
                byStart.put(object.start(), object);
            }
        }
    }

    /** The table with other objects listed: those of the layout that still are, and those made since. */
    public ObjectTable listing(List<NamedObject> others) {
        return new ObjectTable(others, unlisted);
    }

    /** All, in the layout's order, then those that programs made, in the order of their making. */
    public List<NamedObject> all() {
        return objects;
    }

    /** The TCBs, in the layout's order. */
    public List<NamedObject> threads() {
        return objects.stream().filter(object -> object.type() == ObjectType.TCB).toList();
    }

    /** The object with a name. */
    public Optional<NamedObject> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The untyped memory that begins at an address, whatever was made in it; the largest if one lies in another. */
    public Optional<NamedObject> untyped(long start) {
        return objects.stream().filter(object -> object.type() == ObjectType.UNTYPED && object.start() == start)
                .max(Comparator.comparingInt(NamedObject::sizeBits));
    }

    /** The object (untypeds last) whose memory contains an address. */
    public Optional<NamedObject> containing(long pptr) {
        Map.Entry<Long, NamedObject> below = byStart.floorEntry(pptr);
        if (below != null && below.getValue().contains(pptr)) {
            return Optional.of(below.getValue());
        }
        return objects.stream().filter(object -> object.type() == ObjectType.UNTYPED && object.contains(pptr))
                .reduce((outer, inner) -> inner.sizeBits() <= outer.sizeBits() ? inner : outer);
    }
}
