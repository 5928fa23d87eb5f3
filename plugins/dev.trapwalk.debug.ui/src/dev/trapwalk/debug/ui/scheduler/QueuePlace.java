package dev.trapwalk.debug.ui.scheduler;

import dev.trapwalk.debug.ui.place.KernelPlace;
import dev.trapwalk.debug.ui.place.WatchablePlace;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import java.util.Optional;

/**
 * A ready queue that is selected.
 *
 * @param domain number of the domain
 * @param priority of the threads in the queue
 * @param place the thread at its head
 */
record QueuePlace(int domain, int priority, Optional<KernelPlace> place) implements WatchablePlace {

    @Override
    public Optional<WatchTarget> watched() {
        return Optional.of(new WatchTarget.ReadyQueue(domain, priority));
    }
}
