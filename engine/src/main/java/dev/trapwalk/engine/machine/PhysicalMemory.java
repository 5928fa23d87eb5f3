package dev.trapwalk.engine.machine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The machine's memory: 64-bit words in sparse 4 KiB pages, addressed as the kernel addresses them.
 *
 * <p>All state there is lives here: kernel objects, kernel globals, user frames and, in a page of its own behind the
 * RAM, the register file of the processor ({@link Cpu}). That one decision buys undo, snapshots, watchpoints,
 * differences and honest memory views, because each of them only has to know about words.
 *
 * <p>Addresses are <em>kernel window</em> addresses (pptr): physical address plus {@link #PPTR_BASE}. A page that was
 * never written is shared and reads as zero. Physical addresses outside the RAM (devices) are kept in a side table.
 */
public final class PhysicalMemory {

    /** Start of the kernel window, seL4's PPTR_BASE on x86-64: pptr = paddr + PPTR_BASE. */
    public static final long PPTR_BASE = 0xffffff8000000000L;

    /** Bits of the byte offset within a 4 KiB page. */
    public static final int PAGE_BITS = 12;
    private static final int WORDS_PER_PAGE = 1 << (PAGE_BITS - 3);
    private static final int WORD_INDEX_MASK = WORDS_PER_PAGE - 1;
    private static final long[] ZERO_PAGE = new long[WORDS_PER_PAGE];

    private final long[][] pages;
    /** The page of the register file, which is there from the start. */
    private final long[] registers = new long[WORDS_PER_PAGE];
    private final long ramBytes;
    private final Map<Long, long[]> devicePages = new HashMap<>();
    private Journal journal;

    /**
     * Memory of {@code ramBytes} bytes (a multiple of 4 KiB), plus one page for the register file.
     */
    public PhysicalMemory(long ramBytes) {
        if (ramBytes <= 0 || (ramBytes & ((1 << PAGE_BITS) - 1)) != 0 || ramBytes > 1L << 36) {
            throw new IllegalArgumentException("RAM size: " + ramBytes);
        }
        this.ramBytes = ramBytes;
        pages = new long[(int) (ramBytes >>> PAGE_BITS) + 1][];
        Arrays.fill(pages, ZERO_PAGE);
        pages[pages.length - 1] = registers;
    }

    /** Size of the RAM in bytes. */
    public long ramBytes() {
        return ramBytes;
    }

    /** Kernel window address of the register file page, the first page behind the RAM. */
    public long registerFile() {
        return PPTR_BASE + ramBytes;
    }

    /** Word {@code index} of the register file: what {@link #read} gives there, without looking for the page. */
    long readRegister(int index) {
        return registers[index];
    }

    /** Stores word {@code index} of the register file: what {@link #write} does there, without looking for the page. */
    void writeRegister(int index, long value) {
        replace(registers, index, registerFile() + 8L * index, value);
    }

    /** Kernel window address of a physical address. */
    public static long pptr(long paddr) {
        return paddr + PPTR_BASE;
    }

    /** Physical address of a kernel window address. */
    public static long paddr(long pptr) {
        return pptr - PPTR_BASE;
    }

    /** The 64-bit word at the 8-byte aligned kernel window address {@code pptr}. */
    public long read(long pptr) {
        long page = (pptr - PPTR_BASE) >>> PAGE_BITS;
        if (page >= pages.length) {
            return readDevice(pptr);
        }
        return pages[(int) page][(int) (pptr >>> 3) & WORD_INDEX_MASK];
    }

    /** Stores a 64-bit word at the 8-byte aligned kernel window address {@code pptr}; no change is no store. */
    public void write(long pptr, long value) {
        long page = (pptr - PPTR_BASE) >>> PAGE_BITS;
        if (page >= pages.length) {
            writeDevice(pptr, value);
            return;
        }
        int index = (int) (pptr >>> 3) & WORD_INDEX_MASK;
        long old = pages[(int) page][index];
        if (old != value) {
            if (journal != null) {
                journal.before(pptr, old);
            }
            ownPage((int) page)[index] = value;
        }
    }

    /**
     * Copies {@code words} words, the last one first, as a processor does that pushes a register file onto a stack.
     * Each block lies within one page of the RAM, and they do not overlap.
     */
    public void copyDown(long from, long to, int words) {
        long[] source = pages[pageOf(from)];
        long[] target = ownPage(pageOf(to));
        int in = (int) (from >>> 3) & WORD_INDEX_MASK;
        int out = (int) (to >>> 3) & WORD_INDEX_MASK;
        for (int i = words - 1; i >= 0; i--) {
            replace(target, out + i, to + 8L * i, source[in + i]);
        }
    }

    /**
     * Copies {@code words} words, the first one first, as a processor does that pops a register file off a stack. Each
     * block lies within one page of the RAM, and they do not overlap.
     */
    public void copyUp(long from, long to, int words) {
        long[] source = pages[pageOf(from)];
        long[] target = ownPage(pageOf(to));
        int in = (int) (from >>> 3) & WORD_INDEX_MASK;
        int out = (int) (to >>> 3) & WORD_INDEX_MASK;
        for (int i = 0; i < words; i++) {
            replace(target, out + i, to + 8L * i, source[in + i]);
        }
    }

    private static int pageOf(long pptr) {
        return (int) ((pptr - PPTR_BASE) >>> PAGE_BITS);
    }

    private long[] ownPage(int page) {
        long[] words = pages[page];
        if (words == ZERO_PAGE) {
            words = new long[WORDS_PER_PAGE];
            pages[page] = words;
        }
        return words;
    }

    private void replace(long[] page, int index, long pptr, long value) {
        long old = page[index];
        if (old != value) {
            if (journal != null) {
                journal.before(pptr, old);
            }
            page[index] = value;
        }
    }

    /** Stores zero in every word of {@code [pptr, pptr + bytes)}; both 8-byte aligned. */
    public void clear(long pptr, long bytes) {
        for (long at = pptr; at < pptr + bytes; ) {
            long page = (at - PPTR_BASE) >>> PAGE_BITS;
            long end = Math.min(pptr + bytes, ((at >>> PAGE_BITS) + 1) << PAGE_BITS);
            if (page < pages.length && pages[(int) page] == ZERO_PAGE) {
                at = end;
                continue;
            }
            for (; at < end; at += 8) {
                if (read(at) != 0) {
                    write(at, 0);
                }
            }
        }
    }

    /** Whether the page of {@code pptr} was ever written. */
    public boolean isPresent(long pptr) {
        long page = (pptr - PPTR_BASE) >>> PAGE_BITS;
        return page < pages.length ? pages[(int) page] != ZERO_PAGE : devicePages.containsKey(page);
    }

    /** Number of bytes of pages that were written at least once. */
    public long residentBytes() {
        return (Arrays.stream(pages).filter(page -> page != ZERO_PAGE).count() + devicePages.size()) << PAGE_BITS;
    }

    /** Installs the journal that is told every old value before it is overwritten, or null for none. */
    public void setJournal(Journal journal) {
        this.journal = journal;
    }

    /** The journal that records overwritten values, or null. */
    public Journal journal() {
        return journal;
    }

    private long readDevice(long pptr) {
        long[] words = devicePages.get((pptr - PPTR_BASE) >>> PAGE_BITS);
        return words == null ? 0 : words[(int) (pptr >>> 3) & WORD_INDEX_MASK];
    }

    private void writeDevice(long pptr, long value) {
        if (journal != null) {
            journal.before(pptr, readDevice(pptr));
        }
        devicePages.computeIfAbsent((pptr - PPTR_BASE) >>> PAGE_BITS, page -> new long[WORDS_PER_PAGE])
                [(int) (pptr >>> 3) & WORD_INDEX_MASK] = value;
    }
}
