package dev.trapwalk.engine.session.state;

import java.util.BitSet;
import java.util.Set;
import java.util.TreeMap;

import dev.trapwalk.engine.machine.PhysicalMemory;

/**
 * All words of a memory at one moment. Immutable; the next image shares every page that was not written in between, so
 * that a stop costs as much as was written since the last one.
 */
public final class MemoryImage {

    private static final int PAGE_WORDS = 1 << (PhysicalMemory.PAGE_BITS - 3);
    private static final int GROUP_BITS = 7;
    private static final int GROUP = 1 << GROUP_BITS;

    /** Pages in groups; a null page was never written and reads as zero. The last page is the register file. */
    private final long[][][] groups;
    private static final TreeMap<Long, long[]> NO_DEVICES = new TreeMap<>();

    /** The pages of devices that were written, by number; few, and copied at each stop. */
    private final TreeMap<Long, long[]> devices;
    private final long registerFile;

    private MemoryImage(long[][][] groups, PhysicalMemory memory) {
        this.groups = groups;
        this.devices = memory.hasDevicePages() ? devices(memory) : NO_DEVICES;
        this.registerFile = memory.registerFile();
    }

    private static TreeMap<Long, long[]> devices(PhysicalMemory memory) {
        TreeMap<Long, long[]> devices = new TreeMap<>();
        for (long page : memory.devicePages()) {
            devices.put(page, memory.peekPage(address(page)));
        }
        return devices;
    }

    /** Number of pages of a memory, the register file's included. */
    public static int pageCount(PhysicalMemory memory) {
        return (int) (memory.ramBytes() >>> PhysicalMemory.PAGE_BITS) + 1;
    }

    /** A first image of a memory. */
    public static MemoryImage of(PhysicalMemory memory) {
        int count = pageCount(memory);
        long[][][] groups = new long[(count + GROUP - 1) >>> GROUP_BITS][GROUP][];
        for (int page = 0; page < count; page++) {
            if (memory.isPresent(address(page))) {
                groups[page >>> GROUP_BITS][page & GROUP - 1] = memory.peekPage(address(page));
            }
        }
        return new MemoryImage(groups, memory);
    }

    /**
     * An image of the same memory later, when only the {@code dirty} pages were written since this one. Most of them
     * hold what they held before: a unit that is undone and run again writes all its words a second time.
     */
    public MemoryImage next(PhysicalMemory memory, BitSet dirty) {
        long[][][] changed = groups.clone();
        for (int page = dirty.nextSetBit(0); page >= 0; page = dirty.nextSetBit(page + 1)) {
            int group = page >>> GROUP_BITS;
            long[] before = changed[group][page & GROUP - 1];
            if (before == null || !memory.pageEquals(address(page), before)) {
                if (changed[group] == groups[group]) {
                    changed[group] = groups[group].clone();
                }
                changed[group][page & GROUP - 1] = memory.peekPage(address(page));
            }
        }
        return new MemoryImage(changed, memory);
    }

    /** The word at an 8-byte aligned kernel window address; what was never written reads as zero. */
    public long read(long pptr) {
        long[] words = page(pptr);
        return words == null ? 0 : words[(int) (pptr >>> 3) & PAGE_WORDS - 1];
    }

    /** Whether the page of an address was ever written. */
    public boolean isPresent(long pptr) {
        return page(pptr) != null;
    }

    /** Kernel window address of the register file. */
    public long registerFile() {
        return registerFile;
    }

    /** Numbers of the pages behind the RAM, those of devices, that were written. */
    public Set<Long> devicePages() {
        return Set.copyOf(devices.keySet());
    }

    /** Numbers of the pages of the RAM in which this image may differ from another: those not shared with it. */
    public BitSet pagesNotShared(MemoryImage other) {
        BitSet pages = new BitSet();
        for (int group = 0; group < groups.length; group++) {
            if (groups[group] != other.groups[group]) {
                for (int i = 0; i < GROUP; i++) {
                    if (groups[group][i] != other.groups[group][i]) {
                        pages.set((group << GROUP_BITS) + i);
                    }
                }
            }
        }
        return pages;
    }

    /** Kernel window address of a page by number. */
    public static long address(long page) {
        return PhysicalMemory.pptr(page << PhysicalMemory.PAGE_BITS);
    }

    private long[] page(long pptr) {
        long page = (pptr - PhysicalMemory.PPTR_BASE) >>> PhysicalMemory.PAGE_BITS;
        long group = page >>> GROUP_BITS;
        long[] words = group >= groups.length ? null : groups[(int) group][(int) page & GROUP - 1];
        return words == null ? devices.get(page) : words;
    }
}
