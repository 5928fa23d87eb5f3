package dev.trapwalk.engine.session.run;

import java.util.function.LongFunction;

import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.breakpoint.Location.Watch.Access;
import dev.trapwalk.engine.session.state.Describer;

/**
 * Words that a breakpoint watches.
 *
 * @param from kernel window address of the first byte
 * @param bytes length, a multiple of 8
 * @param access what has to be done with them
 * @param bits the bits that count in each of the words
 * @param looker decides by old and new value whether a change counts
 * @param name of what lies there, for people
 * @param text turns a word of it into text
 */
record Watched(long from, long bytes, Access access, long bits, ChangeLooker looker, String name,
        LongFunction<String> text) {

    private static final long ALL_BITS = -1;

    /** Whether a change counts. */
    @FunctionalInterface
    interface ChangeLooker {
        boolean matches(long address, long oldValue, long newValue);
    }

    /** Some bits of each word of a range. */
    static Watched bits(long from, long bytes, Access access, long bits, String name, LongFunction<String> text) {
        return new Watched(from, bytes, access, bits, (address, old, now) -> ((old ^ now) & bits) != 0, name, text);
    }

    /** Whole words. */
    static Watched words(long from, long bytes, Access access, String name, LongFunction<String> text) {
        return bits(from, bytes, access, ALL_BITS, name, text);
    }

    /** One word, with changes of a kind. */
    static Watched changes(long from, ChangeLooker looker, String name, LongFunction<String> text) {
        return new Watched(from, 8, Access.CHANGE, ALL_BITS, looker, name, text);
    }

    boolean covers(long address) {
        return Long.compareUnsigned(address - from, bytes) < 0;
    }

    /** Whether only changes count: the journal has them, loads and stores need not be told. */
    boolean isOfChanges() {
        return access == Access.CHANGE;
    }

    /** Whether a load or store of some bits of a word counts. */
    boolean sees(boolean store, long address, long touched) {
        return access != (store ? Access.READ : Access.WRITE) && (touched & bits) != 0 && covers(address);
    }

    /** A change or store in words: the words behind the first of a range are shown as they are. */
    String stored(long address, long old, long now) {
        return old == now ? Messages.get("breakpoint.storedSame", place(address), show(address, now))
                : Messages.get("breakpoint.written", place(address), show(address, old), show(address, now));
    }

    /** A load in words. */
    String loaded(long address, long value) {
        return Messages.get("breakpoint.read", place(address), show(address, value));
    }

    private String place(long address) {
        return address == from ? name : name + " + " + (address - from);
    }

    private String show(long address, long word) {
        return address == from ? text.apply(word) : Describer.hex(word);
    }
}
