package dev.trapwalk.engine.session;

import dev.trapwalk.engine.session.breakpoint.Location;

/** Where a run is to end. */
public sealed interface Place {

    /** The next time that a breakpoint at this location would be hit. */
    record At(Location location) implements Place {
    }

    /** User mode of a thread: when it runs again. */
    record ThreadRuns(String thread) implements Place {
    }

    /**
     * User mode of the thread that entered the kernel: when its current call has returned; backwards: before the call.
     */
    record CallReturns() implements Place {
    }
}
