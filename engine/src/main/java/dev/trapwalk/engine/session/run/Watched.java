package dev.trapwalk.engine.session.run;

import java.util.function.LongFunction;

import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.state.Describer;

/**
 * Words that a breakpoint watches.
 *
 * @param from kernel window address of the first byte
 * @param bytes length, a multiple of 8
 * @param looker decides by old and new value whether a write counts
 * @param name of what lies there, for people
 * @param text turns a word of it into text
 */
record Watched(long from, long bytes, WriteLooker looker, String name, LongFunction<String> text) {

    /** Words that are shown as they are. */
    Watched(long from, long bytes, WriteLooker looker, String name) {
        this(from, bytes, looker, name, Describer::hex);
    }

    /** Whether a write counts. */
    @FunctionalInterface
    interface WriteLooker {
        boolean matches(long address, long oldValue, long newValue);
    }

    boolean covers(long address) {
        return Long.compareUnsigned(address - from, bytes) < 0;
    }

    /** A write in words: the words behind the first of a range are shown as they are. */
    String describe(long address, long old, long now) {
        return address == from ? Messages.get("breakpoint.written", name, text.apply(old), text.apply(now))
                : Messages.get("breakpoint.written", name + " + " + (address - from), Describer.hex(old),
                    Describer.hex(now));
    }
}
