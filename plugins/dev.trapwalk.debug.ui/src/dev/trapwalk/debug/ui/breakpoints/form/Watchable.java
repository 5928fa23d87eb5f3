package dev.trapwalk.debug.ui.breakpoints.form;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import dev.trapwalk.engine.session.state.Blocks;
import dev.trapwalk.engine.session.state.FieldSpec;
import dev.trapwalk.engine.session.target.NamedObject;
import dev.trapwalk.engine.session.target.ObjectTable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be watched; each asks for one or two things, which are chosen from the layout or typed. */
enum Watchable {
    SLOT, FIELD, MDB_LINK, READY_QUEUE, GLOBAL, MEMORY;

    private static final int PRIORITIES = 256;

    static Watchable of(WatchTarget target) {
        return target instanceof WatchTarget.Slot ? SLOT : target instanceof WatchTarget.Field ? FIELD
                : target instanceof WatchTarget.MdbLink ? MDB_LINK : target instanceof WatchTarget.ReadyQueue
                ? READY_QUEUE : target instanceof WatchTarget.Global ? GLOBAL : MEMORY;
    }

    String text() {
        return Messages.watchable(this);
    }

    String first() {
        return switch (this) {
            case SLOT, MDB_LINK -> Messages.container;
            case FIELD -> Messages.object;
            case READY_QUEUE -> Messages.priority;
            case GLOBAL -> Messages.variable;
            case MEMORY -> Messages.address;
        };
    }

    String second() {
        return switch (this) {
            case SLOT, MDB_LINK -> Messages.slot;
            case FIELD -> Messages.field;
            case READY_QUEUE -> Messages.domain;
            case GLOBAL -> ""; //$NON-NLS-1$
            case MEMORY -> Messages.bytes;
        };
    }

    String missing() {
        return switch (this) {
            case SLOT, MDB_LINK -> Messages.missingSlot;
            case FIELD -> Messages.missingField;
            case READY_QUEUE -> Messages.missingQueue;
            case GLOBAL -> Messages.missingVariable;
            case MEMORY -> Messages.missingMemory;
        };
    }

    List<String> firstValues(ObjectTable objects) {
        return switch (this) {
            case SLOT, MDB_LINK -> names(objects, Set.of(ObjectType.CNODE, ObjectType.TCB));
            case FIELD -> names(objects, Set.of(ObjectType.TCB, ObjectType.ENDPOINT, ObjectType.NOTIFICATION));
            case GLOBAL -> WatchTarget.Global.NAMES;
            case READY_QUEUE, MEMORY -> List.of();
        };
    }

    private static List<String> names(ObjectTable objects, Set<ObjectType> types) {
        return objects.all().stream().filter(object -> types.contains(object.type())).map(NamedObject::name).toList();
    }

    List<String> secondValues(ObjectTable objects, String chosen) {
        Optional<ObjectType> type = objects.named(chosen).map(NamedObject::type);
        return switch (this) {
            case SLOT, MDB_LINK -> type.filter(ObjectType.TCB::equals).isEmpty() ? List.of()
                    : IntStream.range(0, Blocks.TCB_SLOTS.size()).mapToObj(Integer::toString).toList();
            case FIELD -> fields(type).map(FieldSpec::name).distinct().toList();
            case READY_QUEUE -> List.of("0"); //$NON-NLS-1$
            case MEMORY -> List.of("8", "16", "32", "64"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
            case GLOBAL -> List.of();
        };
    }

    private static Stream<FieldSpec> fields(Optional<ObjectType> type) {
        if (type.isEmpty()) {
            return Stream.of(Blocks.TCB_FIELDS, Blocks.ENDPOINT_FIELDS, Blocks.NOTIFICATION_FIELDS)
                    .flatMap(List::stream);
        }
        return switch (type.get()) {
            case TCB -> Blocks.TCB_FIELDS.stream();
            case ENDPOINT -> Blocks.ENDPOINT_FIELDS.stream();
            case NOTIFICATION -> Blocks.NOTIFICATION_FIELDS.stream();
            default -> Stream.empty();
        };
    }

    /** Only the slots of a TCB are offered by number, and they have names. */
    String secondText(String value) {
        return this == SLOT || this == MDB_LINK
                ? Messages.bind(Messages.tcbSlot, value, Blocks.TCB_SLOTS.get(Integer.parseInt(value))) : value;
    }

    Optional<WatchTarget> target(String one, String two) {
        OptionalLong first = Choice.number(one);
        OptionalLong second = Choice.number(two);
        if (one.isEmpty() || two.isEmpty() && this != GLOBAL) {
            return Optional.empty();
        }
        return switch (this) {
            case SLOT -> small(second).map(index -> new WatchTarget.Slot(one, index));
            case MDB_LINK -> small(second).map(index -> new WatchTarget.MdbLink(one, index));
            case FIELD -> Optional.of(new WatchTarget.Field(one, two));
            case READY_QUEUE -> small(first).filter(priority -> priority < PRIORITIES)
                    .flatMap(priority -> small(second).filter(domain -> domain < PRIORITIES)
                            .map(domain -> new WatchTarget.ReadyQueue(domain, priority)));
            case GLOBAL -> Optional.of(new WatchTarget.Global(one));
            case MEMORY -> first.isPresent() && (first.getAsLong() & 7) == 0 && second.orElse(0) >= 8
                    ? Optional.of(new WatchTarget.Memory(first.getAsLong(), second.getAsLong())) : Optional.empty();
        };
    }

    private static Optional<Integer> small(OptionalLong number) {
        return number.isPresent() && number.getAsLong() >= 0 && number.getAsLong() <= Integer.MAX_VALUE
                ? Optional.of((int) number.getAsLong()) : Optional.empty();
    }

    String firstOf(WatchTarget target) {
        return target instanceof WatchTarget.Slot slot ? slot.container()
                : target instanceof WatchTarget.MdbLink link ? link.container()
                : target instanceof WatchTarget.Field field ? field.object()
                : target instanceof WatchTarget.ReadyQueue queue ? Integer.toString(queue.priority())
                : target instanceof WatchTarget.Memory memory ? "0x" + Long.toHexString(memory.address()) //$NON-NLS-1$
                : ((WatchTarget.Global) target).name();
    }

    String secondOf(WatchTarget target) {
        return target instanceof WatchTarget.Slot slot ? Integer.toString(slot.index())
                : target instanceof WatchTarget.MdbLink link ? Integer.toString(link.index())
                : target instanceof WatchTarget.Field field ? field.field()
                : target instanceof WatchTarget.ReadyQueue queue ? Integer.toString(queue.domain())
                : target instanceof WatchTarget.Memory memory ? Long.toString(memory.bytes()) : ""; //$NON-NLS-1$
    }
}
