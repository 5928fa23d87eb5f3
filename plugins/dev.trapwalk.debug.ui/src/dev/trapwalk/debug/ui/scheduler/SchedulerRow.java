package dev.trapwalk.debug.ui.scheduler;

import dev.trapwalk.engine.session.inspect.CapObject;
import dev.trapwalk.engine.session.inspect.ChangeMark;
import java.util.List;

/**
 * A line of the scheduler view.
 *
 * @param key stays the same from stop to stop
 * @param kind how it looks
 * @param name what the line is about
 * @param text what there is to say
 * @param mark whether that changed
 * @param object thread, endpoint or notification that is meant; null for none
 * @param children lines below
 */
record SchedulerRow(String key, Kind kind, String name, String text, ChangeMark mark, CapObject object,
        List<SchedulerRow> children) {

    /** How a line looks. */
    enum Kind {
        HEADING, VALUE, RUNNING, READY, BLOCKED, ENDPOINT, NOTIFICATION
    }

    SchedulerRow {
        children = List.copyOf(children);
    }
}
