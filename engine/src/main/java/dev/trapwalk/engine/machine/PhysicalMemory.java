package dev.trapwalk.engine.machine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The machine's memory: 64-bit words in sparse 4 KiB pages, addressed as the kernel addresses them.
 *
 * <p>All state there is lives here: kernel objects, kernel globals, user frames and, in a page of its own behind the
 * RAM, the register file of the processor ({@link Cpu}). That one decision buys undo, snapshots, watchpoints,
 * differences and honest memory views, because each of them only has to know about words.
 *
 * <p>Addresses are <em>kernel window</em> addresses (pptr): physical address plus {@link #PPTR_BASE}. A page that was
 * never written is shared and reads as zero. Physical addresses outside the RAM (devices) are kept in a side table.
 *
 * <p>Loads and stores can be watched by page. Of a watched page the table of pages holds an array without words, so
 * that each access fails the bounds check that it makes anyhow and goes the slow way; where nothing is watched that
 * costs nothing. Whoever only looks at the machine uses {@link #peek}, which is no access.
 */
public final class PhysicalMemory {

    /** Start of the kernel window, seL4's PPTR_BASE on x86-64: pptr = paddr + PPTR_BASE. */
    public static final long PPTR_BASE = 0xffffff8000000000L;

    /** Bits of the byte offset within a 4 KiB page. */
    public static final int PAGE_BITS = 12;
    private static final int WORDS_PER_PAGE = 1 << (PAGE_BITS - 3);
    private static final int WORD_INDEX_MASK = WORDS_PER_PAGE - 1;
    private static final long[] ZERO_PAGE = new long[WORDS_PER_PAGE];
    private static final long[] WATCHED_PAGE = {};
    private static final long ALL_BITS = -1;

    private final long[][] pages;
    /** The page of the register file as the table of pages has it; it is there from the start. */
    private long[] registers = new long[WORDS_PER_PAGE];
    private final long ramBytes;
    private final Map<Long, long[]> devicePages = new HashMap<>();
    /** The words of watched pages, by page number. */
    private final Map<Integer, long[]> watched = new HashMap<>();
    private AccessListener listener;
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
        long[] words = registers;
        return index < words.length ? words[index] : load(pages.length - 1, index, ALL_BITS);
    }

    /** Stores word {@code index} of the register file: what {@link #write} does there, without looking for the page. */
    void writeRegister(int index, long value) {
        long[] words = registers;
        if (index < words.length) {
            replace(words, index, registerFile() + 8L * index, value);
        } else {
            store(registerFile() + 8L * index, ALL_BITS, value);
        }
    }

    /** Kernel window address of a physical address. */
    public static long pptr(long paddr) {
        return paddr + PPTR_BASE;
    }

    /** Physical address of a kernel window address. */
    public static long paddr(long pptr) {
        return pptr - PPTR_BASE;
    }

    /** Loads the 64-bit word at the 8-byte aligned kernel window address {@code pptr}. */
    public long read(long pptr) {
        return read(pptr, ALL_BITS);
    }

    /** Loads a word of which only {@code bits} are looked at: the whole word is the answer, watches see those bits. */
    public long read(long pptr, long bits) {
        long page = (pptr - PPTR_BASE) >>> PAGE_BITS;
        if (page >= pages.length) {
            return loadDevice(pptr, bits);
        }
        long[] words = pages[(int) page];
        int index = (int) (pptr >>> 3) & WORD_INDEX_MASK;
        return index < words.length ? words[index] : load((int) page, index, bits);
    }

    /** The word at the 8-byte aligned kernel window address {@code pptr}, for somebody who looks on: no access. */
    public long peek(long pptr) {
        return wordsAt(pptr)[(int) (pptr >>> 3) & WORD_INDEX_MASK];
    }

    /** A copy of all words of the page of {@code pptr}, for somebody who looks on: no access. */
    public long[] peekPage(long pptr) {
        return wordsAt(pptr).clone();
    }

    /** Whether the page of {@code pptr} holds these words, for somebody who looks on: no access. */
    public boolean pageEquals(long pptr, long[] words) {
        return Arrays.equals(wordsAt(pptr), words);
    }

    /** Stores a 64-bit word at the 8-byte aligned kernel window address {@code pptr}; the journal sees changes only. */
    public void write(long pptr, long value) {
        long page = (pptr - PPTR_BASE) >>> PAGE_BITS;
        int index = (int) (pptr >>> 3) & WORD_INDEX_MASK;
        if (page >= pages.length || index >= pages[(int) page].length) {
            store(pptr, ALL_BITS, value);
            return;
        }
        long old = pages[(int) page][index];
        if (old != value) {
            if (journal != null) {
                journal.before(pptr, old);
            }
            ownPage((int) page)[index] = value;
        }
    }

    /** Stores {@code value} into the {@code bits} of the word at {@code pptr} and leaves the other bits as they are. */
    public void write(long pptr, long bits, long value) {
        long page = (pptr - PPTR_BASE) >>> PAGE_BITS;
        int index = (int) (pptr >>> 3) & WORD_INDEX_MASK;
        if (page >= pages.length || index >= pages[(int) page].length) {
            store(pptr, bits, peek(pptr) & ~bits | value);
            return;
        }
        long old = pages[(int) page][index];
        long now = old & ~bits | value;
        if (old != now) {
            if (journal != null) {
                journal.before(pptr, old);
            }
            ownPage((int) page)[index] = now;
        }
    }

    /** Puts a word back, as undoing does: neither an access nor a change that the journal is told. */
    public void restore(long pptr, long value) {
        long page = (pptr - PPTR_BASE) >>> PAGE_BITS;
        int index = (int) (pptr >>> 3) & WORD_INDEX_MASK;
        if (page >= pages.length) {
            devicePages.computeIfAbsent(page, fresh -> new long[WORDS_PER_PAGE])[index] = value;
        } else if (pages[(int) page] != WATCHED_PAGE) {
            ownPage((int) page)[index] = value;
        } else {
            if (watched.get((int) page) == ZERO_PAGE) {
                watched.put((int) page, new long[WORDS_PER_PAGE]);
            }
            watched.get((int) page)[index] = value;
        }
    }

    /**
     * Copies {@code words} words, the last one first, as a processor does that pushes a register file onto a stack.
     * Each block lies within one page of the RAM, and they do not overlap.
     */
    public void copyDown(long from, long to, int words) {
        long[] source = pages[pageOf(from)];
        long[] target = ownPage(pageOf(to));
        if (source == WATCHED_PAGE || target == WATCHED_PAGE) {
            for (int i = words - 1; i >= 0; i--) {
                write(to + 8L * i, read(from + 8L * i));
            }
            return;
        }
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
        if (source == WATCHED_PAGE || target == WATCHED_PAGE) {
            for (int i = 0; i < words; i++) {
                write(to + 8L * i, read(from + 8L * i));
            }
            return;
        }
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
            boolean accesses = listener != null;
            for (; at < end; at += 8) {
                if (accesses || peek(at) != 0) {
                    write(at, 0);
                }
            }
        }
    }

    /** Whether the page of {@code pptr} was ever written. */
    public boolean isPresent(long pptr) {
        long page = (pptr - PPTR_BASE) >>> PAGE_BITS;
        return page < pages.length ? wordsOf((int) page) != ZERO_PAGE : devicePages.containsKey(page);
    }

    /** Whether a device page was written at least once. */
    public boolean hasDevicePages() {
        return !devicePages.isEmpty();
    }

    /** Numbers, counted from the start of the kernel window, of the device pages that were written at least once. */
    public Set<Long> devicePages() {
        return new TreeSet<>(devicePages.keySet());
    }

    /** Number of bytes of pages that were written at least once. */
    public long residentBytes() {
        long present = 0;
        for (int page = 0; page < pages.length; page++) {
            present += wordsOf(page) == ZERO_PAGE ? 0 : 1;
        }
        return (present + devicePages.size()) << PAGE_BITS;
    }

    /**
     * Tells {@code accesses} of each load and store in these pages, and of those in all device pages; before that,
     * whatever was watched is watched no longer.
     *
     * @param accesses null for nobody
     * @param which page numbers, counted from the start of the kernel window; those of no RAM page are ignored
     */
    public void watch(AccessListener accesses, BitSet which) {
        watched.forEach((page, words) -> pages[page] = words);
        watched.clear();
        listener = accesses;
        if (accesses != null) {
            which.stream().filter(page -> page < pages.length).forEach(page -> {
                watched.put(page, pages[page]);
                pages[page] = WATCHED_PAGE;
            });
        }
        registers = pages[pages.length - 1];
    }

    /** Installs the journal that is told every old value before it is overwritten, or null for none. */
    public void setJournal(Journal journal) {
        this.journal = journal;
    }

    /** The journal that records overwritten values, or null. */
    public Journal journal() {
        return journal;
    }

    private long[] wordsAt(long pptr) {
        long page = (pptr - PPTR_BASE) >>> PAGE_BITS;
        return page < pages.length ? wordsOf((int) page) : devicePages.getOrDefault(page, ZERO_PAGE);
    }

    private long[] wordsOf(int page) {
        long[] words = pages[page];
        return words == WATCHED_PAGE ? watched.get(page) : words;
    }

    private long load(int page, int index, long bits) {
        long value = watched.get(page)[index];
        listener.loaded(PPTR_BASE + ((long) page << PAGE_BITS) + 8L * index, bits, value);
        return value;
    }

    private long loadDevice(long pptr, long bits) {
        long value = peek(pptr);
        if (listener != null) {
            listener.loaded(pptr, bits, value);
        }
        return value;
    }

    /** Stores into a watched page or a device. */
    private void store(long pptr, long bits, long value) {
        long old = peek(pptr);
        if (listener != null) {
            listener.stored(pptr, bits, old, value);
        }
        if (old != value) {
            if (journal != null) {
                journal.before(pptr, old);
            }
            restore(pptr, value);
        }
    }
}
