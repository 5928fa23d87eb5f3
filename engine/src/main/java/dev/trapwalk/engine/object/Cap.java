package dev.trapwalk.engine.object;

import dev.trapwalk.engine.machine.PhysicalMemory;

/**
 * A capability as a kernel function holds it in a local variable: seL4's two-word {@code cap_t}.
 *
 * <p>Mutable and reused by its owner, as a C struct on the stack is, so that no system call allocates. The capability
 * that counts is always the one in a slot ({@link Cte}); a {@code Cap} is never kept across system calls.
 */
public final class Cap {

    /** Word 0: type in bits 59..63, object pointer, rights. */
    public long word0;
    /** Word 1: badge, guard, free index ... by type. */
    public long word1;

    /** Reads the capability of a slot; returns this. */
    public Cap load(PhysicalMemory memory, long slot) {
        word0 = memory.read(slot);
        word1 = memory.read(slot + 8);
        return this;
    }

    /** Writes this capability into a slot, leaving its MDB node. */
    public void store(PhysicalMemory memory, long slot) {
        memory.write(slot, word0);
        memory.write(slot + 8, word1);
    }

    /** Becomes equal to another capability; returns this. */
    public Cap set(Cap other) {
        word0 = other.word0;
        word1 = other.word1;
        return this;
    }

    /** Becomes the capability with the given words; returns this. */
    public Cap set(long w0, long w1) {
        word0 = w0;
        word1 = w1;
        return this;
    }

    /** Becomes an otherwise empty capability of a type; returns this. Fields are then filled in. */
    public Cap clear(CapType type) {
        word0 = CapType.TYPE.put(0, type.tag());
        word1 = 0;
        return this;
    }

    /** Becomes the null capability; returns this. */
    public Cap clear() {
        return set(0, 0);
    }

    /** The capability's type. */
    public CapType type() {
        return CapType.of(word0);
    }

    /** Whether the capability is of a type. */
    public boolean is(CapType type) {
        return (word0 >>> 59) == type.tag();
    }

    /** Whether the type belongs to the architecture: its tag is odd (isArchCap). */
    public boolean isArch() {
        return (word0 >>> 59 & 1) != 0;
    }

    /** Whether this is the null capability. */
    public boolean isNull() {
        return (word0 >>> 59) == 0;
    }

    @Override
    public String toString() {
        return type() + " 0x" + Long.toHexString(word0) + " 0x" + Long.toHexString(word1);
    }
}
