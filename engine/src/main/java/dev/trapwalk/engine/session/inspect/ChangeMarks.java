package dev.trapwalk.engine.session.inspect;

import java.util.BitSet;

import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.MemoryImage;

/**
 * Compares a machine with what it was, word by word: immutable pictures share what nobody wrote, so that an equal page
 * costs one look.
 *
 * @param now the machine
 * @param before the machine before the last step, or null if there was no step
 * @param stop the machine at the last stop that was no step, or null if there was none
 */
public record ChangeMarks(MachineImage now, MachineImage before, MachineImage stop) {

    private static final long PAGE = 1L << PhysicalMemory.PAGE_BITS;

    /** Nothing to compare with: nothing is marked. */
    public static ChangeMarks none(MachineImage now) {
        return new ChangeMarks(now, null, null);
    }

    /** Of the words from an 8-byte aligned kernel window address on, {@code bytes} long. */
    public ChangeMark of(long address, long bytes) {
        return differs(before, address, bytes) ? ChangeMark.BY_STEP
                : differs(stop, address, bytes) ? ChangeMark.SINCE_STOP : ChangeMark.NONE;
    }

    /** Of a field of the block at a kernel window address. */
    public ChangeMark of(BitField field, long base) {
        return differs(before, field, base) ? ChangeMark.BY_STEP
                : differs(stop, field, base) ? ChangeMark.SINCE_STOP : ChangeMark.NONE;
    }

    private boolean differs(MachineImage other, BitField field, long base) {
        return other != null && other.get(field, base) != now.get(field, base);
    }

    private boolean differs(MachineImage other, long address, long bytes) {
        if (other == null) {
            return false;
        }
        if (bytes > PAGE) {
            return pagesDiffer(other, address, bytes);
        }
        for (long at = address; at < address + bytes; at += Long.BYTES) {
            if (now.read(at) != other.read(at)) {
                return true;
            }
        }
        return false;
    }

    /** Of a large object only pages are looked at that were written. */
    private boolean pagesDiffer(MachineImage other, long address, long bytes) {
        BitSet pages = now.memory().pagesNotShared(other.memory());
        int first = (int) (address - PhysicalMemory.PPTR_BASE >>> PhysicalMemory.PAGE_BITS);
        for (int page = first < 0 ? -1 : pages.nextSetBit(first); page >= 0; page = pages.nextSetBit(page + 1)) {
            if (MemoryImage.address(page) >= address + bytes) {
                break;
            }
            if (differs(other, MemoryImage.address(page), PAGE)) {
                return true;
            }
        }
        return false;
    }
}
