package dev.trapwalk.debug.core.model;

/**
 * Whether the machine stands, runs, or has ended, and whether it still is anybody's business. It is read from any thread
 * without waiting, and changed by two: the session's notifier, and whoever disconnects, perhaps just when the machine
 * stops. Then exactly one of the two must let the machine run on, and no stop must be told after the disconnection.
 */
final class RunState {

    /** What the machine does: one value, so that nobody sees anything between two of them. */
    private enum Phase {
        RUNNING, SUSPENDED, ENDED
    }

    private volatile Phase phase = Phase.RUNNING;
    private volatile boolean disconnected;

    boolean isSuspended() {
        return phase == Phase.SUSPENDED;
    }

    boolean hasEnded() {
        return phase == Phase.ENDED;
    }

    boolean isDisconnected() {
        return disconnected;
    }

    synchronized void runs() {
        phase = Phase.RUNNING;
    }

    /** The machine stands, and is to be seen standing; false if nobody is there any more to look. */
    synchronized boolean stands() {
        if (!disconnected) {
            phase = Phase.SUSPENDED;
        }
        return !disconnected;
    }

    synchronized void ends() {
        phase = Phase.ENDED;
    }

    /** Nobody looks any more; answers whether the machine stood, so that it must be told to run on. */
    synchronized boolean disconnect() {
        boolean stood = isSuspended();
        disconnected = true;
        phase = stood ? Phase.RUNNING : phase;
        return stood;
    }

    /** Tells something unless nobody looks any more. */
    synchronized void tell(Runnable what) {
        if (!disconnected) {
            what.run();
        }
    }
}
