package dev.trapwalk.engine.session.run;

/**
 * Words that a breakpoint watches.
 *
 * @param from kernel window address of the first byte
 * @param bytes length, a multiple of 8
 * @param looker decides by old and new value whether a write counts
 */
record Watched(long from, long bytes, WriteLooker looker) {

    /** Whether a write counts. */
    @FunctionalInterface
    interface WriteLooker {
        boolean matches(long address, long oldValue, long newValue);
    }

    boolean covers(long address) {
        return Long.compareUnsigned(address - from, bytes) < 0;
    }
}
