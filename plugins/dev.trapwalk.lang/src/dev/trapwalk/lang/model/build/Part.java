package dev.trapwalk.lang.model.build;

import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.ObjectSpan;
import java.util.List;

/**
 * One block of the caps section for some objects. The list of runs is shared by all parts of the block and still grows
 * while copies are resolved.
 */
record Part(ObjectSpan container, List<CapRun> runs, List<Derived> derived) {

    /**
     * A mapping with a parent: of several slots that it fills, the tool derives the first, also where it fills none.
     *
     * @param positional whether the slot follows from the place in the list
     */
    record Derived(Mapping mapping, long slot, boolean positional) {
    }
}
