package dev.trapwalk.engine.session.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
 * go with time: going back forgets what was not made yet.
 */
final class ObjectNames {

    private record Made(long unit, NamedObject object) {
    }

    private final ObjectTable layout;
    private final List<Made> made = new ArrayList<>();
    /** The objects as they are now; null when something has changed since they were put together. */
    private ObjectTable table;

    ObjectNames(ObjectTable layout) {
        this.layout = layout;
        this.table = layout;
    }

    /** An object is made in {@code unit}, and a slot gets its first capability. */
    void created(long unit, ObjectType type, long address, int sizeBits, long slot) {
        String name = unused(slotName(slot) + ":" + kind(type));
        long pointer = type == ObjectType.TCB ? address + Tcb.TCB_OFFSET : address;
        made.add(new Made(unit, new NamedObject(name, type, pointer, sizeBits, SourcePlace.NONE)));
        table = null;
    }

    /** Forgets what was made in a unit or later. */
    void forgetFrom(long unit) {
        while (!made.isEmpty() && made.get(made.size() - 1).unit() >= unit) {
            made.remove(made.size() - 1);
            table = null;
        }
    }

    /** All objects that there are. */
    ObjectTable table() {
        if (table == null) {
            table = made.isEmpty() ? layout : layout.listing(alive());
        }
        return table;
    }

    /** Memory that is used again is no longer what it was. */
    private List<NamedObject> alive() {
        List<NamedObject> alive = new ArrayList<>(layout.all());
        for (Made one : made) {
            alive.removeIf(old -> old.type() != ObjectType.UNTYPED && overlap(old, one.object()));
            alive.add(one.object());
        }
        return alive;
    }

    private static boolean overlap(NamedObject one, NamedObject other) {
        return one.contains(other.start()) || other.contains(one.start());
    }

    private String slotName(long slot) {
        Optional<NamedObject> holder = Optional.empty();
        for (int i = made.size() - 1; i >= 0 && holder.isEmpty(); i--) {
            holder = Optional.of(made.get(i).object())
                    .filter(object -> object.type() == ObjectType.CNODE && object.contains(slot));
        }
        return holder.or(() -> layout.containing(slot).filter(object -> object.type() == ObjectType.CNODE))
                .map(node -> node.name() + "[" + (slot - node.start() >>> Cte.SIZE_BITS) + "]")
                .orElse(Describer.hex(slot));
    }

    private String unused(String name) {
        Set<String> used = new HashSet<>();
        layout.all().forEach(object -> used.add(object.name()));
        made.forEach(one -> used.add(one.object().name()));
        String free = name;
        for (int i = 2; used.contains(free); i++) {
            free = name + "#" + i;
        }
        return free;
    }

    private static String kind(ObjectType type) {
        return switch (type) {
            case PAGE_4K, LARGE_PAGE, HUGE_PAGE -> "frame";
            default -> type.name().toLowerCase(Locale.ROOT);
        };
    }
}
