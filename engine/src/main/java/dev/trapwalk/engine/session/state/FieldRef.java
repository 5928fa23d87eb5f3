package dev.trapwalk.engine.session.state;

import dev.trapwalk.engine.object.BitField;

/**
 * Where a value is stored.
 *
 * @param base kernel window address of the block
 * @param field which bits of it
 */
public record FieldRef(long base, BitField field) {

    /** A whole word. */
    public static FieldRef word(long address) {
        return new FieldRef(address, BitField.word("word", 0));
    }

    /** Kernel window address of the word that holds it. */
    public long address() {
        return base + 8L * field.word();
    }
}
