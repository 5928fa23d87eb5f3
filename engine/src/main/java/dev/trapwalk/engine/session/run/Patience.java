package dev.trapwalk.engine.session.run;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/**
 * Waiting for another thread. A command passes from a client to the owner, on to the notifier and back, and to wake a
 * sleeping thread takes longer than a step; so each of them stays awake for a moment before it sleeps. It yields while
 * it does, so that three threads get along on two processors.
 */
final class Patience {

    /** Turns before sleeping: some tens of microseconds, the length of a few steps. */
    private static final int TURNS = 100;

    private Patience() {
    }

    /** Waits a moment; whether it has become true is the caller's to see. */
    static void until(BooleanSupplier ready) {
        for (int turn = 0; turn < TURNS && !ready.getAsBoolean(); turn++) {
            Thread.yield();
        }
    }

    /** Takes the next element of a queue; sleeps when none comes soon. */
    static <T> T take(LinkedBlockingQueue<T> queue) throws InterruptedException {
        until(() -> !queue.isEmpty());
        return queue.take();
    }
}
