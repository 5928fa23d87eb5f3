package dev.trapwalk.debug.ui.objects;

import dev.trapwalk.engine.session.inspect.KernelObject;
import java.util.Comparator;
import java.util.function.Function;

/** The columns of the list of objects. */
enum ObjectColumn {
    NAME(Messages.name, 150, Comparator.comparing(KernelObject::name)),
    TYPE(Messages.type, 110, Comparator.comparing((Function<KernelObject, String>) object -> object.what().type().label())),
    ADDRESS(Messages.address, 150, Comparator.comparingLong(KernelObject::start)),
    SIZE(Messages.size, 90, Comparator.comparingInt(object -> object.what().sizeBits())),
    CAPS(Messages.caps, 50, Comparator.comparingInt(object -> object.holders().size())),
    STATE(Messages.state, 260, null);

    private final String title;
    private final int width;
    private final Comparator<KernelObject> order;

    ObjectColumn(String title, int width, Comparator<KernelObject> order) {
        this.title = title;
        this.width = width;
        this.order = order;
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
