package dev.trapwalk.lang.model;

import dev.trapwalk.lang.capdl.NameRef;
import java.util.List;

/**
 * A named capability, or an array of them. Cap names live in a name space of their own.
 *
 * @param name the name
 * @param array whether it was declared with brackets
 * @param places the slots it names, in order
 * @param source where it is declared
 */
public record CapName(String name, boolean array, List<SlotPlace> places, NameRef source) {

    /** Number of capabilities. */
    public long count() {
        long count = 0;
        for (SlotPlace place : places) {
            count = Numbers.add(count, place.count());
        }
        return count;
    }
}
