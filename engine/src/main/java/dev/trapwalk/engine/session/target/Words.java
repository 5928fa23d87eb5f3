package dev.trapwalk.engine.session.target;

import dev.trapwalk.engine.object.BitField;

/** Words by kernel window address: the live memory, or a picture of it. */
@FunctionalInterface
public interface Words {

    /** The 64-bit word at the 8-byte aligned kernel window address. */
    long read(long pptr);

    /** A field of the block at {@code base}. */
    default long get(BitField field, long base) {
        return field.in(read(base + 8L * field.word()));
    }

    /** Whether a field of the block at {@code base} is not zero. */
    default boolean isSet(BitField field, long base) {
        return get(field, base) != 0;
    }
}
