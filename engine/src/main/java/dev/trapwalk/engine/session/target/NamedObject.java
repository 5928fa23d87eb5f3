package dev.trapwalk.engine.session.target;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.boot.SourcePlace;

/**
 * A kernel object with the name that its layout gives it.
 *
 * @param name unique in the machine
 * @param type what it is
 * @param address kernel window address of its first byte; of a TCB: of the tcb_t, as capabilities hold it
 * @param sizeBits log2 of its size in bytes
 * @param source where the layout declares it
 */
public record NamedObject(String name, ObjectType type, long address, int sizeBits, SourcePlace source) {

    /** First byte of its memory. */
    public long start() {
        return type == ObjectType.TCB ? address & -(1L << sizeBits) : address;
    }

    /** Whether an address lies within it. */
    public boolean contains(long pptr) {
        return pptr >= start() && pptr - start() < 1L << sizeBits;
    }
}
