package dev.trapwalk.engine.session.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;

import dev.trapwalk.engine.machine.AccessListener;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.session.history.UndoJournal;

/**
 * The words that breakpoints watch. Changes are found in the journal, which is kept anyhow. Loads and stores are told
 * by the memory, and only in pages that somebody watches, so that nothing else becomes slower.
 */
final class Watches implements AccessListener {

    private static final int WORDS = 5;

    private final PhysicalMemory memory;
    private final UndoJournal journal;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Watched> changes = new ArrayList<>();
    private final List<Watched> accesses = new ArrayList<>();
    /** Loads and stores not yet looked at: 1 for a store, address, bits, old value, new value. */
    private long[] log = new long[16 * WORDS];
    private int logged;
    /** Place in the journal up to which changes were looked at. */
    private long seen;

    Watches(PhysicalMemory memory, UndoJournal journal) {
        this.memory = memory;
        this.journal = journal;
    }

    /** Watches what these breakpoints watch, and nothing else. */
    void arrange(List<Entry> watching) {
        entries.clear();
        entries.addAll(watching);
        changes.clear();
        accesses.clear();
        BitSet pages = new BitSet();
        for (Entry entry : entries) {
            for (Watched watched : entry.plan.watched) {
                (watched.isOfChanges() ? changes : accesses).add(watched);
                if (!watched.isOfChanges()) {
                    addPages(pages, watched);
                }
            }
        }
        memory.watch(accesses.isEmpty() ? null : this, pages);
        logged = 0;
    }

    private void addPages(BitSet pages, Watched watched) {
        long limit = PhysicalMemory.paddr(memory.registerFile()) >>> PhysicalMemory.PAGE_BITS;
        long first = PhysicalMemory.paddr(watched.from()) >>> PhysicalMemory.PAGE_BITS;
        long last = PhysicalMemory.paddr(watched.from() + watched.bytes() - 1) >>> PhysicalMemory.PAGE_BITS;
        if (first >= 0 && first <= limit) {
            pages.set((int) first, (int) Math.min(last, limit) + 1);
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** From here on changes, loads and stores are looked at. */
    void begin() {
        seen = journal.position();
        logged = 0;
    }

    /** Whether anything watched was touched in the unit, so that it has to be run again point by point. */
    boolean touched(long unit) {
        for (Watched watched : changes) {
            if (journal.wroteSince(unit, watched.from(), watched.from() + watched.bytes())) {
                return true;
            }
        }
        return logged > 0;
    }

    /** Tells {@code found} which breakpoints' words were touched since {@link #begin} or the last call, and how. */
    void look(BiConsumer<Entry, String> found) {
        long from = seen;
        int count = logged;
        for (Entry entry : entries) {
            String detail = changed(entry, from);
            detail = detail == null ? accessed(entry, count) : detail;
            if (detail != null) {
                found.accept(entry, detail);
            }
        }
        begin();
    }

    private String changed(Entry entry, long from) {
        if (!entry.plan.watched.get(0).isOfChanges()) {
            return null;
        }
        String[] detail = {null};
        journal.writesSince(from, (address, old) -> {
            for (Watched watched : entry.plan.watched) {
                if (detail[0] == null && watched.covers(address)
                        && watched.looker().matches(address, old, memory.peek(address))) {
                    detail[0] = watched.stored(address, old, memory.peek(address));
                }
            }
        });
        return detail[0];
    }

    /** What was done first; a store says more than a load. */
    private String accessed(Entry entry, int count) {
        String load = null;
        for (int at = 0; at < count; at += WORDS) {
            boolean store = log[at] != 0;
            for (Watched watched : entry.plan.watched) {
                if (!watched.isOfChanges() && watched.sees(store, log[at + 1], log[at + 2])) {
                    if (store) {
                        return watched.stored(log[at + 1], log[at + 3], log[at + 4]);
                    }
                    load = load == null ? watched.loaded(log[at + 1], log[at + 4]) : load;
                }
            }
        }
        return load;
    }

    @Override
    public void loaded(long pptr, long bits, long value) {
        keep(false, pptr, bits, value, value);
    }

    @Override
    public void stored(long pptr, long bits, long oldValue, long newValue) {
        keep(true, pptr, bits, oldValue, newValue);
    }

    private void keep(boolean store, long pptr, long bits, long old, long now) {
        for (Watched watched : accesses) {
            if (watched.sees(store, pptr, bits)) {
                append(store ? 1 : 0, pptr, bits, old, now);
                return;
            }
        }
    }

    private void append(long kind, long pptr, long bits, long old, long now) {
        if (logged == log.length) {
            log = Arrays.copyOf(log, 2 * logged);
        }
        log[logged] = kind;
        log[logged + 1] = pptr;
        log[logged + 2] = bits;
        log[logged + 3] = old;
        log[logged + 4] = now;
        logged += WORDS;
    }
}
