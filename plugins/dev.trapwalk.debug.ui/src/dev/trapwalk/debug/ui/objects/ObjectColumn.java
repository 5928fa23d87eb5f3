package dev.trapwalk.debug.ui.objects;

import dev.trapwalk.engine.session.inspect.KernelObject;
import java.util.Comparator;

/** The columns of the list of objects. */
enum ObjectColumn {
    NAME(Messages.name, 120, Comparator.comparing(KernelObject::name)),
    TYPE(Messages.type, 100, Comparator.comparing(ObjectColumn::type)),
    SIZE(Messages.size, 65, Comparator.comparingInt(object -> object.what().sizeBits())),
    CAPS(Messages.caps, 45, Comparator.comparingInt(object -> object.holders().size())),
    STATE(Messages.state, 190, null),
    ADDRESS(Messages.address, 150, Comparator.comparingLong(KernelObject::start));

    private final String title;
    private final int width;
    private final Comparator<KernelObject> order;

    ObjectColumn(String title, int width, Comparator<KernelObject> order) {
        this.title = title;
        this.width = width;
        this.order = order;
    }

    private static String type(KernelObject object) {
        return object.what().type().label();
    }

    String title() {
        return title;
    }

    int width() {
        return width;
    }

    /** Whether objects can be sorted by it. */
    boolean isSortable() {
        return order != null;
    }

    /** Objects of the same value stay in order of address. */
    Comparator<KernelObject> order(boolean descending) {
        return descending ? order.reversed() : order;
    }
}
