package dev.trapwalk.debug.ui.scheduler;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.ui.place.KernelPlace;
import dev.trapwalk.debug.ui.place.WatchablePlace;
import dev.trapwalk.engine.session.inspect.CapObject;
import dev.trapwalk.engine.session.inspect.ChangeMark;
import java.util.List;
import java.util.Optional;

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

    /** Parts of the key of a ready queue: a word, domain, priority. */
    private static final int QUEUE_KEY_PARTS = 3;

    /** How a line looks. */
    enum Kind {
        HEADING, VALUE, RUNNING, READY, BLOCKED, ENDPOINT, NOTIFICATION
    }

    SchedulerRow {
        children = List.copyOf(children);
    }

    /** What the line stands for when it is selected. */
    Optional<? extends WatchablePlace> place(WalkDebugTarget target) {
        Optional<KernelPlace> place = Optional.ofNullable(object).map(what -> KernelPlace.object(target, what));
        String[] parts = key.split("/"); //$NON-NLS-1$
        return kind == Kind.READY && parts.length == QUEUE_KEY_PARTS
                ? Optional.of(new QueuePlace(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), place)) : place;
    }
}
