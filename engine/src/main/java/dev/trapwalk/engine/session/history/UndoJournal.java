package dev.trapwalk.engine.session.history;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import dev.trapwalk.engine.machine.Journal;
import dev.trapwalk.engine.machine.PhysicalMemory;

/**
 * Old values of all overwritten words, in order, with the place in it at which each unit began: two longs a written
 * word, one a unit. Undoing a unit writes its words back, last first.
 *
 * <p>Addresses below {@link #SIDE_WORDS} are not memory but counters of the session that must go back in time with it.
 */
public final class UndoJournal implements Journal {

    /** Number of counters that go back in time with the machine. */
    public static final int SIDE_WORDS = 1 << 16;

    private static final int CHUNK_BITS = 15;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private final PhysicalMemory memory;
    /** Pages from here on belong to devices: they are few, and pictures take them all. */
    private final long devicePages;
    private final long[] side = new long[SIDE_WORDS];
    private final BitSet dirty = new BitSet();
    private final UnitStarts starts = new UnitStarts();
    private final List<long[]> chunks = new ArrayList<>();
    /** Number of longs dropped at the front; a multiple of the chunk size. */
    private long dropped;
    private long end;
    private long[] current = new long[CHUNK];
    private int fill;
    private int lastDirty = -1;
    private long budget;

    /** A journal of that memory. */
    public UndoJournal(PhysicalMemory memory, long budgetBytes) {
        this.memory = memory;
        this.devicePages = (PhysicalMemory.paddr(memory.registerFile()) >>> PhysicalMemory.PAGE_BITS) + 1;
        this.budget = budgetBytes;
        chunks.add(current);
    }

    @Override
    public void before(long pptr, long oldValue) {
        if (fill == CHUNK) {
            nextChunk();
        }
        current[fill] = pptr;
        current[fill + 1] = oldValue;
        fill += 2;
        int page = (int) ((pptr - PhysicalMemory.PPTR_BASE) >>> PhysicalMemory.PAGE_BITS);
        if (page != lastDirty) {
            lastDirty = page;
            markDirty(page);
        }
    }

    private void nextChunk() {
        end += CHUNK;
        fill = 0;
        int index = (int) ((end - dropped) >>> CHUNK_BITS);
        if (index == chunks.size()) {
            chunks.add(new long[CHUNK]);
        }
        current = chunks.get(index);
    }

    private void markDirty(int page) {
        if (page >= 0 && page < devicePages) {
            dirty.set(page);
        }
    }

    /** Says that the next words belong to {@code unit}; units are begun in order. Keeps within the budget. */
    public void beginUnit(long unit) {
        starts.begin(unit, end + fill);
        if (usedBytes() > budget) {
            shrink(unit);
        }
    }

    /** The earliest unit whose start can be gone back to. */
    public long oldestUnit() {
        return starts.first();
    }

    /** Bytes that the history takes. */
    public long usedBytes() {
        return (end - dropped + fill << 3) + starts.bytes();
    }

    /** Counter {@code index}, 0..SIDE_WORDS-1. */
    public long side(int index) {
        return side[index];
    }

    /** Sets a counter; undone with the unit in which it was set. */
    public void setSide(int index, long value) {
        if (side[index] != value) {
            if (fill == CHUNK) {
                nextChunk();
            }
            current[fill] = index;
            current[fill + 1] = side[index];
            fill += 2;
            side[index] = value;
        }
    }

    /**
     * Restores memory and counters as they were at the start of a unit that is not older than {@link #oldestUnit()}.
     */
    public void undoTo(long unit) {
        long target = starts.position(unit);
        while (end + fill > target) {
            if (fill == 0) {
                end -= CHUNK;
                fill = CHUNK;
                current = chunks.get((int) ((end - dropped) >>> CHUNK_BITS));
            }
            fill -= 2;
            restore(current[fill], current[fill + 1]);
        }
        starts.cutAfter(unit);
        lastDirty = -1;
    }

    private void restore(long address, long value) {
        if (address >= 0 && address < SIDE_WORDS) {
            side[(int) address] = value;
        } else {
            memory.restore(address, value);
            markDirty((int) ((address - PhysicalMemory.PPTR_BASE) >>> PhysicalMemory.PAGE_BITS));
        }
    }

    /** Whether a word of {@code [from, to)} was written since the start of a unit. */
    public boolean wroteSince(long unit, long from, long to) {
        for (long at = starts.position(unit); at < end + fill; at += 2) {
            long address = chunks.get((int) ((at - dropped) >>> CHUNK_BITS))[(int) at & CHUNK - 1];
            if (address - from >= 0 && address < to) {
                return true;
            }
        }
        return false;
    }

    /** Number of longs written so far, as a place to come back to within a unit. */
    public long position() {
        return end + fill;
    }

    /** Calls {@code visitor} with address and old value of each word written from a position on, in order. */
    public void writesSince(long position, Journal visitor) {
        for (long at = position; at < end + fill; at += 2) {
            long[] chunk = chunks.get((int) ((at - dropped) >>> CHUNK_BITS));
            visitor.before(chunk[(int) at & CHUNK - 1], chunk[((int) at & CHUNK - 1) + 1]);
        }
    }

    /** Place in the journal where a unit begins. */
    public long positionOf(long unit) {
        return starts.position(unit);
    }

    /** Pages written, also by undoing, since the last call. */
    public BitSet takeDirty() {
        BitSet taken = (BitSet) dirty.clone();
        dirty.clear();
        lastDirty = -1;
        return taken;
    }

    /** Most bytes that the history may take. */
    public long budget() {
        return budget;
    }

    /** Sets the budget in bytes; what does not fit any more is dropped at the next unit. */
    public void setBudget(long bytes) {
        budget = bytes;
    }

    /**
     * Drops the oldest units until half of the budget is used, so that it is not done again soon; never the unit that
     * begins now. Memory is freed in whole chunks, so budgets below a mebibyte are kept only roughly.
     */
    private void shrink(long unit) {
        long first = budget == 0 ? unit : starts.firstWithin(end + fill, budget >>> 4);
        starts.cutBefore(Math.min(first, unit));
        long keep = starts.position(starts.first());
        while (keep - dropped >= CHUNK) {
            chunks.remove(0);
            dropped += CHUNK;
        }
    }
}
