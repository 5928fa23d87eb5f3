package dev.trapwalk.engine.session;

/**
 * How a session is to be run.
 *
 * @param stopAtStart stop right after boot, before the first user instruction; otherwise run
 * @param historyBytes budget of the history in bytes; 0 = no going back
 * @param queueCapacity most commands that may wait, 1 or more
 * @param skipBreakpoints whether breakpoints are ignored at first
 */
public record SessionSettings(boolean stopAtStart, long historyBytes, int queueCapacity, boolean skipBreakpoints) {

    /** 512 MiB of history, at least ten million steps. */
    public static final long DEFAULT_HISTORY_BYTES = 512L << 20;

    /** Stop at start, history of {@link #DEFAULT_HISTORY_BYTES}, 4096 waiting commands. */
    public static final SessionSettings DEFAULT = new SessionSettings(true, DEFAULT_HISTORY_BYTES, 4096, false);

    public SessionSettings {
        if (historyBytes < 0 || queueCapacity < 1) {
            throw new IllegalArgumentException("session settings out of range");
        }
    }

    /** The same, stopping after boot or not. */
    public SessionSettings withStopAtStart(boolean stop) {
        return new SessionSettings(stop, historyBytes, queueCapacity, skipBreakpoints);
    }

    /** The same with another history budget in bytes. */
    public SessionSettings withHistoryBytes(long bytes) {
        return new SessionSettings(stopAtStart, bytes, queueCapacity, skipBreakpoints);
    }
}
