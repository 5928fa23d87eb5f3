package dev.trapwalk.engine.object;

import dev.trapwalk.engine.machine.PhysicalMemory;

/**
 * One field of a seL4 block: some bits of one of its 64-bit words. The kernel reads and writes through it, and views use the
 * very same constants to explain a raw word.
 *
 * <p>A record, so that the JIT compiler folds constants of this type into plain shifts and masks.
 *
 * @param name seL4's field name
 * @param word index of the word within the block
 * @param shift lowest bit
 * @param width number of bits, 1..64
 * @param scale number of low bits of the value that are not stored (always zero)
 * @param canonical whether the value is an address: stored as 48 bits, read sign-extended
 */
public record BitField(String name, int word, int shift, int width, int scale, boolean canonical) {

    private static final int CANONICAL_BITS = 48;

    /** A field that holds a number. */
    public static BitField bits(String name, int word, int shift, int width) {
        return new BitField(name, word, shift, width, 0, false);
    }

    /** A field of one bit. */
    public static BitField flag(String name, int word, int shift) {
        return bits(name, word, shift, 1);
    }

    /** A whole word, stored as it is. */
    public static BitField word(String name, int word) {
        return bits(name, word, 0, 64);
    }

    /** An address of which the low 48 bits are stored from bit {@code shift} on (the generator's field_ptr). */
    public static BitField pointer(String name, int word, int shift) {
        return new BitField(name, word, shift, 48, 0, true);
    }

    /** An address stored without its lowest {@code scale} bits, in {@code 48 - scale} bits (field_ptr(n), field_high). */
    public static BitField alignedPointer(String name, int word, int shift, int scale) {
        return new BitField(name, word, shift, CANONICAL_BITS - scale, scale, true);
    }

    /** Value of this field in the word that holds it. */
    public long in(long bits) {
        if (width == 64) {
            return bits;
        }
        long value = ((bits >>> shift) & ((1L << width) - 1)) << scale;
        return canonical ? value << (64 - CANONICAL_BITS) >> (64 - CANONICAL_BITS) : value;
    }

    /** {@code bits} with this field replaced; bits of the value that do not fit are dropped. */
    public long put(long bits, long value) {
        if (width == 64) {
            return value;
        }
        long mask = (1L << width) - 1;
        return bits & ~(mask << shift) | ((value >>> scale) & mask) << shift;
    }

    /** Value of this field in the block at {@code base}. */
    public long get(PhysicalMemory memory, long base) {
        return in(memory.read(base + 8L * word, mask()));
    }

    /** Stores a value into this field of the block at {@code base}. */
    public void set(PhysicalMemory memory, long base, long value) {
        long at = base + 8L * word;
        if (width == 64) {
            memory.write(at, value);
        } else {
            memory.write(at, mask(), put(0, value));
        }
    }

    /** The bits of its word that belong to this field. */
    public long mask() {
        return width == 64 ? -1L : (1L << width) - 1 << shift;
    }

    /** Whether this field is not zero in the block at {@code base}. */
    public boolean isSet(PhysicalMemory memory, long base) {
        return get(memory, base) != 0;
    }

    /** Value of this field in a capability. */
    public long get(Cap cap) {
        return in(word == 0 ? cap.word0 : cap.word1);
    }

    /** Stores a value into this field of a capability. */
    public void set(Cap cap, long value) {
        if (word == 0) {
            cap.word0 = put(cap.word0, value);
        } else {
            cap.word1 = put(cap.word1, value);
        }
    }

    /** Whether this field of a capability is not zero. */
    public boolean isSet(Cap cap) {
        return get(cap) != 0;
    }
}
