package dev.trapwalk.engine.session.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;

import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.session.state.MachineImage;

/** The capabilities found in a row of slots: a CNode's, a thread's, or the kernel's own for interrupts. */
final class SlotBlock {

    /** Slots in a page of memory. */
    private static final int PAGE_SLOTS = 1 << PhysicalMemory.PAGE_BITS - Cte.SIZE_BITS;

    /** Words kept of a slot. */
    private static final int ENTRY = 1 + Cte.BYTES / Long.BYTES;

    private final long start;
    private final int slots;
    /** Of each slot that is not empty its address and its four words. */
    private final long[] full;
    private final List<CapObject> objects;

    private SlotBlock(long start, int slots, long[] full, List<CapObject> objects) {
        this.start = start;
        this.slots = slots;
        this.full = full;
        this.objects = objects;
    }

    /** What is in the slots now; {@code before} itself if that is the same. */
    static SlotBlock scan(MachineImage machine, long start, int slots, SlotBlock before) {
        LongStream.Builder full = LongStream.builder();
        for (int i = 0; i < slots; i++) {
            long slot = start + (long) i * Cte.BYTES;
            if (!machine.isPresent(slot)) {
                i |= PAGE_SLOTS - 1;
            } else if (CapType.of(machine.read(slot)) != CapType.NULL) {
                full.add(slot);
                for (int at = 0; at < Cte.BYTES; at += Long.BYTES) {
                    full.add(machine.read(slot + at));
                }
            }
        }
        long[] words = full.build().toArray();
        return before != null && Arrays.equals(words, before.full) ? before
                : new SlotBlock(start, slots, words, objects(words));
    }

    private static List<CapObject> objects(long[] words) {
        List<CapObject> objects = new ArrayList<>(words.length / ENTRY);
        for (int i = 0; i < words.length; i += ENTRY) {
            objects.add(CapObject.of(words[i + 1], words[i + 2]));
        }
        return objects;
    }

    /** Whether it may be different when these pages are. */
    boolean touches(BitSet pages) {
        int first = page(start);
        int changed = pages.nextSetBit(first);
        return changed >= 0 && changed <= page(start + (long) slots * Cte.BYTES - 1);
    }

    private static int page(long address) {
        return (int) (address - PhysicalMemory.PPTR_BASE >>> PhysicalMemory.PAGE_BITS);
    }

    long start() {
        return start;
    }

    int slots() {
        return slots;
    }

    boolean holds(long slot) {
        return slot >= start && slot < start + (long) slots * Cte.BYTES;
    }

    /** Number of capabilities. */
    int size() {
        return objects.size();
    }

    /** Address of the slot of the i-th capability. */
    long slot(int i) {
        return full[i * ENTRY];
    }

    /** What the i-th capability stands for. */
    CapObject object(int i) {
        return objects.get(i);
    }
}
