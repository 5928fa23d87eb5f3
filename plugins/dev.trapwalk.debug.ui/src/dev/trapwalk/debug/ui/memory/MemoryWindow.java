package dev.trapwalk.debug.ui.memory;

/**
 * The part of a memory block that a table lists: never more than 64 KiB, since a table makes its rows one by one, but
 * wherever a person scrolls to. Addresses are unsigned.
 *
 * @param first address of the block's first word
 * @param last address of its last word
 * @param start address of the first word listed
 */
record MemoryWindow(long first, long last, long start) {

    /** Most words listed: 64 KiB. */
    static final int WORDS = 8192;
    private static final int HALF = WORDS / 2;
    /** So near to an end of the list it is time for the words beyond. */
    private static final int NEAR = 16;

    /** The window at the beginning of a block, both ends included. */
    static MemoryWindow of(long base, long first, long end) {
        return new MemoryWindow(first & -Long.BYTES, end & -Long.BYTES, base & -Long.BYTES);
    }

    /** Number of words listed. */
    int count() {
        return (int) Math.min(WORDS, after(start) + 1);
    }

    /** Address of the word in a row. */
    long address(int row) {
        return start + (long) row * Long.BYTES;
    }

    /** By how many rows the window is to move when the rows from {@code top} to {@code bottom} can be seen. */
    int shift(int top, int bottom) {
        if (bottom >= count() - NEAR) {
            return (int) Math.min(HALF, after(address(count() - 1)));
        }
        return top < NEAR ? (int) -Math.min(HALF, start - first >>> 3) : 0;
    }

    /** The window that many rows further on. */
    MemoryWindow by(int rows) {
        return new MemoryWindow(first, last, address(rows));
    }

    /** Number of words behind one. */
    private long after(long address) {
        return last - address >>> 3;
    }
}
