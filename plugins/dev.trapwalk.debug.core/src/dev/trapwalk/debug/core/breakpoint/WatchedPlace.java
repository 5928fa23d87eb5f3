package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.Operand;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import dev.trapwalk.engine.session.state.Blocks;
import dev.trapwalk.engine.session.state.FieldRef;
import dev.trapwalk.engine.session.state.FieldSpec;
import dev.trapwalk.engine.session.state.Variable;
import dev.trapwalk.engine.session.target.NamedObject;
import java.util.List;
import java.util.Optional;

/**
 * What to watch for a person who points at a value: by the names of the layout where there are some, so that the watch
 * still means the same in the next session, where addresses may differ.
 */
public final class WatchedPlace {

    private WatchedPlace() {
    }

    /** The slot, field or word behind a value; empty when it is kept in no memory. */
    public static Optional<WatchTarget> of(Variable variable) {
        if (variable.kind() == Operand.Kind.SLOT && variable.value() != 0) {
            return slot(variable, variable.value()).or(() -> word(variable));
        }
        return variable.storage().flatMap(place -> field(variable, place)
                .or(() -> slot(variable, place.address()).map(slot -> isLink(place) ? link(slot) : slot)))
                .or(() -> word(variable));
    }

    private static boolean isLink(FieldRef place) {
        return place.field().equals(Cte.MDB_PREV) || place.field().equals(Cte.MDB_NEXT);
    }

    private static WatchTarget link(WatchTarget target) {
        return target instanceof WatchTarget.Slot slot ? new WatchTarget.MdbLink(slot.container(), slot.index())
                : target;
    }

    private static Optional<WatchTarget> field(Variable variable, FieldRef place) {
        return variable.machine().objects().containing(place.address()).flatMap(object -> fields(object).stream()
                .filter(spec -> spec.field().equals(place.field())
                        && object.address() + 8L * spec.field().word() == place.address())
                .map(spec -> (WatchTarget) new WatchTarget.Field(object.name(), spec.name())).findFirst());
    }

    private static List<FieldSpec> fields(NamedObject object) {
        return switch (object.type()) {
            case TCB -> Blocks.TCB_FIELDS;
            case ENDPOINT -> Blocks.ENDPOINT_FIELDS;
            case NOTIFICATION -> Blocks.NOTIFICATION_FIELDS;
            default -> List.of();
        };
    }

    private static Optional<WatchTarget> slot(Variable variable, long address) {
        return variable.machine().objects().containing(address).filter(object -> object.type() == ObjectType.CNODE
                || object.type() == ObjectType.TCB && address - object.start() < (long) Tcb.SLOTS * Cte.BYTES)
                .map(object -> new WatchTarget.Slot(object.name(), (int) ((address - object.start()) / Cte.BYTES)));
    }

    private static Optional<WatchTarget> word(Variable variable) {
        return variable.storage().map(place -> new WatchTarget.Memory(place.address(), 8));
    }
}
