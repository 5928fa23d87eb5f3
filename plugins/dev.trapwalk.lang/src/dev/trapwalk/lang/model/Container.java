package dev.trapwalk.lang.model;

import java.util.List;

/**
 * What an object holds. For arrays: what each of the elements {@code low} to {@code high} holds, which is the same for
 * all of them.
 *
 * @param decl the declaration
 * @param low first element, or {@link ObjectDecl#SCALAR}
 * @param high last element
 * @param runs ordered by slot; two that overlap are an error of the file
 */
public record Container(ObjectDecl decl, long low, long high, List<CapRun> runs) {

    /** Number of objects described. */
    public long objects() {
        return high - low + 1;
    }

    /** Number of filled slots of one of the objects. */
    public long slots() {
        long slots = 0;
        for (CapRun run : runs) {
            slots = Numbers.add(slots, run.count());
        }
        return slots;
    }

    /** The run that fills {@code slot}, or null. */
    public CapRun at(long slot) {
        int from = 0;
        int to = runs.size() - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            CapRun run = runs.get(middle);
            if (slot < run.slot()) {
                to = middle - 1;
            } else if (slot - run.slot() >= run.count()) {
                from = middle + 1;
            } else {
                return run;
            }
        }
        return null;
    }

    /** The run in symbolic slot {@code slot}, or null. */
    public CapRun at(SymbolicSlot slot) {
        return at(slot.number());
    }

    /** The object that {@code slot} designates, or null. */
    public ObjectRef target(long slot) {
        CapRun run = at(slot);
        return run == null || run.targets() == null ? null : run.targets().get(slot - run.slot());
    }

    /** The first slot from {@code from} on that holds nothing. */
    public long firstFree(long from) {
        long free = from;
        for (CapRun run = at(free); run != null; run = at(free)) {
            free = run.lastSlot() + 1;
        }
        return free;
    }
}
