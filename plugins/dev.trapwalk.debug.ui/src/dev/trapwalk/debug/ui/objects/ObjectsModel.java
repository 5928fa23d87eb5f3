package dev.trapwalk.debug.ui.objects;

import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.inspect.CapObject;
import dev.trapwalk.engine.session.inspect.Census;
import dev.trapwalk.engine.session.inspect.ChangeMarks;
import dev.trapwalk.engine.session.inspect.KernelObject;
import dev.trapwalk.engine.session.inspect.UntypedMap;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.state.MachineImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The objects to be listed, sorted and filtered, without any widget.
 *
 * @param census all capabilities
 * @param marks what changed
 * @param asked how the list is wanted
 * @param objects the list
 * @param map the untyped in which the selected object lies
 */
record ObjectsModel(Census census, ChangeMarks marks, Asked asked, List<KernelObject> objects,
        Optional<UntypedMap> map) {

    /**
     * How the list is wanted.
     *
     * @param filter text that a name, type or address contains; blank for all
     * @param sort column to sort by
     * @param descending whether the largest comes first
     * @param all also what only the initial thread holds, that is, its own image and all device memory
     */
    record Asked(String filter, ObjectColumn sort, boolean descending, boolean all) {
    }

    /** @param last the model shown before, whose list is taken over if nothing in it changed; may be null */
    static ObjectsModel of(Census census, ChangeMarks marks, Asked asked, CapObject selected, ObjectsModel last) {
        boolean same = last != null && last.asked.equals(asked) && census.hasSameCapabilities(last.census);
        Optional<UntypedMap> map = selected == null ? Optional.empty() : same && last.map.isPresent()
                && contains(last.map.get(), selected) ? last.map : UntypedMap.of(census, selected);
        return new ObjectsModel(census, marks, asked, same ? last.objects : list(census, asked), map);
    }

    private static boolean contains(UntypedMap map, CapObject selected) {
        return map.untyped().what().equals(selected)
                || map.children().stream().anyMatch(child -> child.what().equals(selected));
    }

    private static List<KernelObject> list(Census census, Asked asked) {
        Optional<KernelObject> own = census.objects().stream()
                .filter(object -> !object.inLayout() && object.name().equals("init_cnode")).findFirst(); //$NON-NLS-1$
        String wanted = asked.filter().strip().toLowerCase(Locale.ROOT);
        List<KernelObject> list = new ArrayList<>(census.objects());
        list.removeIf(object -> !asked.all() && isOwn(object, own) || !matches(object, wanted));
        if (asked.sort().isSortable()) {
            list.sort(asked.sort().order(asked.descending()));
        }
        return List.copyOf(list);
    }

    /** Whether only the initial thread knows an object, and no layout. */
    private static boolean isOwn(KernelObject object, Optional<KernelObject> own) {
        return !object.inLayout() && own.isPresent() && object.what().type() != CapType.THREAD
                && object.what().type() != CapType.CNODE && object.holders().stream()
                        .allMatch(slot -> slot >= own.get().start() && slot < own.get().end());
    }

    private static boolean matches(KernelObject object, String wanted) {
        return wanted.isEmpty() || object.name().toLowerCase(Locale.ROOT).contains(wanted)
                || object.what().type().label().contains(wanted)
                || Describer.hex(object.start()).contains(wanted);
    }

    String text(KernelObject object, ObjectColumn column) {
        return switch (column) {
            case NAME -> object.name();
            case TYPE -> object.what().type().label();
            case ADDRESS -> Describer.hex(object.what().id());
            case SIZE -> Sizes.text(object.what().bytes());
            case CAPS -> Integer.toString(object.holders().size());
            case STATE -> state(object);
        };
    }

    private String state(KernelObject object) {
        MachineImage machine = census.machine();
        long base = object.what().id();
        if (object.holders().isEmpty()) {
            return Messages.noCapability;
        }
        return switch (object.what().type()) {
            case THREAD -> Messages.bind(Messages.threadState,
                    machine.describe().threadState(machine.get(Tcb.STATE, base)), machine.get(Tcb.PRIORITY, base));
            case ENDPOINT -> switch ((int) machine.get(Endpoint.STATE, base)) {
                case Endpoint.SEND -> Messages.senders;
                case Endpoint.RECV -> Messages.receivers;
                default -> Messages.idle;
            };
            case NOTIFICATION -> switch ((int) machine.get(Notification.STATE, base)) {
                case Notification.WAITING -> Messages.receivers;
                case Notification.ACTIVE -> Messages.bind(Messages.signalled,
                        Describer.hex(machine.get(Notification.MSG_IDENTIFIER, base)));
                default -> Messages.idle;
            };
            case UNTYPED -> UntypedMap.of(census, object.what()).map(ObjectsModel::usedText).orElse(""); //$NON-NLS-1$
            case CNODE -> Messages.bind(Messages.slots, object.what().slots());
            default -> ""; //$NON-NLS-1$
        };
    }

    static String usedText(UntypedMap map) {
        return Messages.bind(Messages.used, Sizes.text(map.used()), map.children().size());
    }
}
