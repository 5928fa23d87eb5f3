package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.Operand;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import dev.trapwalk.engine.session.inspect.CapObject;
import dev.trapwalk.engine.session.state.Blocks;
import dev.trapwalk.engine.session.state.FieldRef;
import dev.trapwalk.engine.session.state.FieldSpec;
import dev.trapwalk.engine.session.state.Variable;
import dev.trapwalk.engine.session.target.NamedObject;
import dev.trapwalk.engine.session.target.ObjectTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What to watch for a person who points at a value: by the names of the layout where there are some, so that the watch
 * still means the same in the next session, where addresses may differ.
 */
public final class WatchedPlace {

    /** Where in a slot the MDB node begins, in bytes: the capability lies before it. */
    private static final int MDB_NODE = 16;

    private WatchedPlace() {
    }

    /** The slot, field or word behind a value; empty when it is kept in no memory. */
    public static Optional<WatchTarget> of(Variable variable) {
        ObjectTable objects = variable.machine().objects();
        if (variable.kind() == Operand.Kind.SLOT && variable.value() != 0) {
            return slot(objects, variable.value()).or(() -> word(variable));
        }
        return variable.storage().flatMap(place -> field(objects, place)
                .or(() -> slot(objects, place.address()).map(slot -> isLink(place) ? link(slot) : slot)))
                .or(() -> word(variable));
    }

    /** The slot at a kernel window address. */
    public static WatchTarget ofSlot(ObjectTable objects, long slot) {
        return slot(objects, slot).orElseGet(() -> new WatchTarget.Memory(slot, Cte.BYTES));
    }

    /** The word at an 8-byte aligned kernel window address: its field, else the slot or MDB node it is a part of. */
    public static WatchTarget ofWord(ObjectTable objects, long address) {
        return onlyField(objects, address).or(() -> slot(objects, address).map(slot ->
                (address & Cte.BYTES - 1) < MDB_NODE ? slot : link(slot)))
                .orElseGet(() -> new WatchTarget.Memory(address, Long.BYTES));
    }

    /** All of an object; empty if it lies in no memory. */
    public static Optional<WatchTarget> ofObject(CapObject object) {
        return object.hasMemory() ? Optional.of(new WatchTarget.Memory(object.start(), object.bytes()))
                : Optional.empty();
    }

    private static boolean isLink(FieldRef place) {
        return place.field().equals(Cte.MDB_PREV) || place.field().equals(Cte.MDB_NEXT);
    }

    private static WatchTarget link(WatchTarget target) {
        return target instanceof WatchTarget.Slot slot ? new WatchTarget.MdbLink(slot.container(), slot.index())
                : target;
    }

    private static Optional<WatchTarget> field(ObjectTable objects, FieldRef place) {
        return fieldsAt(objects, place.address(), spec -> spec.field().equals(place.field())).stream().findFirst();
    }

    private static Optional<WatchTarget> onlyField(ObjectTable objects, long address) {
        List<WatchTarget> there = fieldsAt(objects, address, spec -> true);
        return there.size() == 1 ? Optional.of(there.get(0)) : Optional.empty();
    }

    private static List<WatchTarget> fieldsAt(ObjectTable objects, long address, Predicate<FieldSpec> wanted) {
        return objects.containing(address).map(object -> fields(object).stream().filter(wanted)
                .filter(spec -> object.address() + 8L * spec.field().word() == address)
                .map(spec -> (WatchTarget) new WatchTarget.Field(object.name(), spec.name())).toList())
                .orElse(List.of());
    }

    private static List<FieldSpec> fields(NamedObject object) {
        return switch (object.type()) {
            case TCB -> Blocks.TCB_FIELDS;
            case ENDPOINT -> Blocks.ENDPOINT_FIELDS;
            case NOTIFICATION -> Blocks.NOTIFICATION_FIELDS;
            default -> List.of();
        };
    }

    private static Optional<WatchTarget> slot(ObjectTable objects, long address) {
        return objects.containing(address).filter(object -> object.type() == ObjectType.CNODE
                || object.type() == ObjectType.TCB && address - object.start() < (long) Tcb.SLOTS * Cte.BYTES)
                .map(object -> new WatchTarget.Slot(object.name(), (int) ((address - object.start()) / Cte.BYTES)));
    }

    private static Optional<WatchTarget> word(Variable variable) {
        return variable.storage().map(place -> new WatchTarget.Memory(place.address(), 8));
    }
}
