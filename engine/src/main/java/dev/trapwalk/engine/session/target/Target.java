package dev.trapwalk.engine.session.target;

import java.util.Optional;

import dev.trapwalk.engine.kernel.CreationListener;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.point.Path;
import dev.trapwalk.engine.program.ExecutionListener;

/**
 * A booted machine as a session needs it. All of its state must lie in {@link #memory()}, programs' progress included:
 * a session goes back in time by writing old words back and by running {@link #advance()} again.
 */
public interface Target {

    /** The memory, with all state there is. */
    PhysicalMemory memory();

    /** Where the kernel announces its points. */
    Path path();

    /**
     * Runs one unit: the current thread's next user instruction with the kernel entry it causes, or idle time until
     * the next interrupt. May be left by an exception that the probe throws; the session then restores the memory.
     */
    Advance advance();

    /** The expectation that did not hold in the last {@link #advance()}; empty when none failed. */
    default Optional<FailedExpectation> failedExpectation() {
        return Optional.empty();
    }

    /** The objects the layout names. */
    ObjectTable objects();

    /** The programs of the threads. */
    Programs programs();

    /** Says who is told what statements of programs did, from now on; null for nobody. */
    default void observe(ExecutionListener listener) {
        // A machine without programs has nothing to tell.
    }

    /** Says who is told of objects that come and go from now on; null for nobody. */
    default void observeCreations(CreationListener listener) {
        // A machine that makes none has nothing to tell.
    }
}
