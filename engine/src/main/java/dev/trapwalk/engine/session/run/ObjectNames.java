package dev.trapwalk.engine.session.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.boot.SourcePlace;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.target.NamedObject;
import dev.trapwalk.engine.session.target.ObjectTable;

/**
 * Names of all objects there are at some time. An object of the layout has its name there. One that a program makes is
 * called after the slot that held it first and its type, as in {@code root[12]:endpoint}, until its memory is used
 * again, wherever its capabilities go; a second one from the same slot is {@code root[12]:endpoint#2}. Objects come and
 * go with time: each change keeps how it is undone, for as long as the history reaches back to it.
 */
final class ObjectNames {

    private record Change(long unit, Runnable undo) {
    }

    private final ObjectTable layout;
    private final Set<String> reserved = new HashSet<>();
    /** What there is, in the order of making. */
    private final TreeMap<Integer, NamedObject> listed = new TreeMap<>();
    /** Numbers of those listed that are not untyped, by the address of their first byte: no two overlap. */
    private final TreeMap<Long, Integer> byStart = new TreeMap<>(Long::compareUnsigned);
    private final TreeMap<Integer, NamedObject> untypedsMade = new TreeMap<>();
    /** How often each name was given away. */
    private final Map<String, Integer> given = new HashMap<>();
    /** Objects that were deleted and whose memory was not used again, by the address that capabilities hold. */
    private final Set<Long> deleted = new HashSet<>();
    private final Deque<Change> changes = new ArrayDeque<>();
    private int number;
    private long version;
    /** The objects as they are now; null when something has changed since they were put together. */
    private ObjectTable table;

    ObjectNames(ObjectTable layout) {
        this.layout = layout;
        this.table = layout;
        for (NamedObject object : layout.all()) {
            reserved.add(object.name());
            list(number++, object);
        }
    }

    /** An object is made in {@code unit}, and a slot gets its first capability. */
    void created(long unit, ObjectType type, long address, int sizeBits, long slot) {
        String base = slotName(slot) + ":" + kind(type);
        long pointer = type == ObjectType.TCB ? address + Tcb.TCB_OFFSET : address;
        int before = given.getOrDefault(base, 0);
        NamedObject object = new NamedObject(free(base), type, pointer, sizeBits, SourcePlace.NONE);
        Map<Integer, NamedObject> gone = replacedBy(object);
        gone.keySet().forEach(this::unlist);
        boolean again = deleted.remove(pointer);
        int mine = number++;
        list(mine, object);
        if (type == ObjectType.UNTYPED) {
            untypedsMade.put(mine, object);
        }
        changed(unit, () -> {
            unlist(mine);
            gone.forEach(this::list);
            gone.forEach((old, one) -> {
                if (one.type() == ObjectType.UNTYPED) {
                    untypedsMade.put(old, one);
                }
            });
            if (again) {
                deleted.add(pointer);
            }
            given.put(base, before);
        });
    }

    /** The last capability to an object is deleted in {@code unit}. */
    void deleted(long unit, long address) {
        if (deleted.add(address)) {
            changed(unit, () -> deleted.remove(address));
        }
    }

    /** Forgets what was made in a unit or later. */
    void forgetFrom(long unit) {
        while (!changes.isEmpty() && changes.peekLast().unit() >= unit) {
            changes.pollLast().undo().run();
            version++;
            table = null;
        }
    }

    /** There will be no going back to before a unit. */
    void keepFrom(long unit) {
        while (!changes.isEmpty() && changes.peekFirst().unit() < unit) {
            changes.pollFirst();
        }
    }

    private void changed(long unit, Runnable undo) {
        changes.addLast(new Change(unit, undo));
        version++;
        table = null;
    }

    /** Is another one whenever objects were made or deleted since. */
    long version() {
        return version;
    }

    /** Whether an object was deleted and its memory not used again. */
    boolean isDeleted(NamedObject object) {
        return deleted.contains(object.address());
    }

    /** All objects that there are. */
    ObjectTable table() {
        if (table == null) {
            table = layout.listing(new ArrayList<>(listed.values()));
        }
        return table;
    }

    private void list(int as, NamedObject object) {
        listed.put(as, object);
        if (object.type() != ObjectType.UNTYPED) {
            byStart.put(object.start(), as);
        }
    }

    private void unlist(int which) {
        NamedObject object = listed.remove(which);
        untypedsMade.remove(which);
        if (object.type() != ObjectType.UNTYPED) {
            byStart.remove(object.start());
        }
    }

    /**
     * What a new object's memory was before: objects that it overlaps, and untyped memory that programs made and that
     * it covers. It lies in the untyped memory of which it is a part, which stays; only of two untypeds of the same
     * place and size one goes.
     */
    private Map<Integer, NamedObject> replacedBy(NamedObject object) {
        Map<Integer, NamedObject> gone = new TreeMap<>();
        Map.Entry<Long, Integer> below = byStart.floorEntry(object.start());
        if (below != null && listed.get(below.getValue()).contains(object.start())) {
            gone.put(below.getValue(), listed.get(below.getValue()));
        }
        byStart.subMap(object.start(), object.start() + (1L << object.sizeBits())).values()
                .forEach(old -> gone.put(old, listed.get(old)));
        untypedsMade.forEach((old, untyped) -> {
            boolean smaller = untyped.sizeBits() < object.sizeBits()
                    || untyped.sizeBits() == object.sizeBits() && object.type() == ObjectType.UNTYPED;
            if (smaller && object.contains(untyped.start())) {
                gone.put(old, untyped);
            }
        });
        return gone;
    }

    private String slotName(long slot) {
        Map.Entry<Long, Integer> below = byStart.floorEntry(slot);
        Optional<NamedObject> holder = below == null ? Optional.empty() : Optional.of(listed.get(below.getValue()))
                .filter(object -> object.type() == ObjectType.CNODE && object.contains(slot));
        return holder.or(() -> layout.containing(slot).filter(object -> object.type() == ObjectType.CNODE))
                .map(node -> node.name() + "[" + (slot - node.start() >>> Cte.SIZE_BITS) + "]")
                .orElse(Describer.hex(slot));
    }

    private String free(String base) {
        String name;
        do {
            int times = given.merge(base, 1, Integer::sum);
            name = times == 1 ? base : base + "#" + times;
        } while (reserved.contains(name));
        return name;
    }

    private static String kind(ObjectType type) {
        return switch (type) {
            case PAGE_4K, LARGE_PAGE, HUGE_PAGE -> "frame";
            default -> type.name().toLowerCase(Locale.ROOT);
        };
    }
}
