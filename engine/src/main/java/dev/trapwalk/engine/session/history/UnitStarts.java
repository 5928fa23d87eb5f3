package dev.trapwalk.engine.session.history;

import java.util.ArrayList;
import java.util.List;

/**
 * Place in the journal at which each unit began: positions of consecutive units, dropped at the front in whole blocks.
 */
final class UnitStarts {

    private static final int BLOCK_BITS = 12;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private final List<long[]> blocks = new ArrayList<>();
    /** Number of the unit of the first word of the first block. */
    private long base;
    private long first;
    private long next;

    /** Records where a unit begins; a unit begun again replaces it and all later ones. */
    void begin(long unit, long position) {
        if (blocks.isEmpty()) {
            base = unit;
            first = unit;
        }
        int block = (int) ((unit - base) >>> BLOCK_BITS);
        if (block == blocks.size()) {
            blocks.add(new long[BLOCK]);
        }
        blocks.get(block)[(int) (unit - base) & BLOCK - 1] = position;
        next = unit + 1;
    }

    long first() {
        return first;
    }

    long bytes() {
        return (long) blocks.size() * BLOCK * 8;
    }

    long position(long unit) {
        if (unit < first || unit >= next) {
            throw new IndexOutOfBoundsException("unit " + unit + " not in " + first + ".." + next);
        }
        return blocks.get((int) ((unit - base) >>> BLOCK_BITS))[(int) (unit - base) & BLOCK - 1];
    }

    /**
     * The first recorded unit from which on words up to {@code end} and starts take at most {@code longs}; else the
     * last one.
     */
    long firstWithin(long end, long longs) {
        long low = first;
        long high = next - 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (end - position(middle) + next - middle <= longs) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    void cutAfter(long unit) {
        next = unit + 1;
    }

    void cutBefore(long unit) {
        first = unit;
        while (first - base >= BLOCK) {
            blocks.remove(0);
            base += BLOCK;
        }
    }
}
