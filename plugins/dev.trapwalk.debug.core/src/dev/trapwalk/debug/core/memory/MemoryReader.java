package dev.trapwalk.debug.core.memory;

import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.state.FieldRef;
import dev.trapwalk.engine.session.state.MachineImage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.debug.core.model.MemoryByte;

/** Bytes of one address space at a stop, compared with the stop before. */
final class MemoryReader {

    private static final int PAGE_BYTES = 1 << PhysicalMemory.PAGE_BITS;
    private static final int WORD_MASK = 7;

    private final AddressSpace space;
    private final MachineImage now;
    private final MachineImage before;
    private final boolean writable;

    /** @param before the machine at the stop before; null if there was none */
    MemoryReader(AddressSpace space, MachineImage now, MachineImage before, boolean writable) {
        this.space = space;
        this.now = now;
        this.before = before;
        this.writable = writable;
    }

    MemoryByte[] read(long address, int count) {
        MemoryByte[] bytes = new MemoryByte[count];
        int done = 0;
        while (done < count) {
            long at = address + done;
            int inPage = Math.min(count - done, PAGE_BYTES - (int) (at & PAGE_BYTES - 1));
            page(at, bytes, done, inPage);
            done += inPage;
        }
        return bytes;
    }

    private void page(long address, MemoryByte[] bytes, int from, int count) {
        long page = space.pageIn(now, address);
        long pageBefore = before == null ? AddressSpace.UNMAPPED : space.pageIn(before, address);
        for (int i = 0; i < count; i++) {
            long offset = address + i & PAGE_BYTES - 1;
            bytes[from + i] = page == AddressSpace.UNMAPPED ? unmapped() : mapped(page + offset,
                    pageBefore == AddressSpace.UNMAPPED ? AddressSpace.UNMAPPED : pageBefore + offset);
        }
    }

    private MemoryByte mapped(long pptr, long pptrBefore) {
        MemoryByte read = new MemoryByte(value(now, pptr));
        read.setReadable(true);
        read.setWritable(writable);
        read.setHistoryKnown(before != null);
        read.setChanged(before != null
                && (pptrBefore == AddressSpace.UNMAPPED || value(before, pptrBefore) != read.getValue()));
        return littleEndian(read);
    }

    private static MemoryByte unmapped() {
        MemoryByte nothing = new MemoryByte((byte) 0);
        nothing.setReadable(false);
        nothing.setWritable(false);
        return littleEndian(nothing);
    }

    private static MemoryByte littleEndian(MemoryByte read) {
        read.setEndianessKnown(true);
        read.setBigEndian(false);
        return read;
    }

    private static byte value(MachineImage machine, long pptr) {
        return (byte) (machine.read(pptr & ~WORD_MASK) >>> shift(pptr));
    }

    private static int shift(long pptr) {
        return Byte.SIZE * (int) (pptr & WORD_MASK);
    }

    /** Kernel window address of a byte, or {@link AddressSpace#UNMAPPED}. */
    static long pptr(AddressSpace space, MachineImage machine, long address) {
        long page = space.pageIn(machine, address);
        return page == AddressSpace.UNMAPPED ? page : page + (address & PAGE_BYTES - 1);
    }

    /** The words to set so that these bytes stand at an address behind which there is memory everywhere. */
    static Collection<Command.SetValue> edits(AddressSpace space, MachineImage machine, long address, byte[] bytes) {
        Map<Long, Long> words = new LinkedHashMap<>();
        for (int i = 0; i < bytes.length; i++) {
            long pptr = pptr(space, machine, address + i);
            long mask = 0xffL << shift(pptr);
            long value = Byte.toUnsignedLong(bytes[i]) << shift(pptr);
            words.merge(pptr & ~WORD_MASK, machine.read(pptr & ~WORD_MASK) & ~mask | value,
                    (old, unused) -> old & ~mask | value);
        }
        return words.entrySet().stream().filter(word -> machine.read(word.getKey()) != word.getValue())
                .map(word -> new Command.SetValue(FieldRef.word(word.getKey()), word.getValue())).toList();
    }
}
