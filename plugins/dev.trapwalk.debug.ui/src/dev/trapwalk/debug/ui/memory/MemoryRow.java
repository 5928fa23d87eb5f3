package dev.trapwalk.debug.ui.memory;

import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.session.inspect.ChangeMark;

/**
 * A word of memory in a line.
 *
 * @param address as the memory block counts
 * @param word its bits; empty if nothing is mapped there
 * @param what which part of which object it is; empty if that is nothing
 * @param value what its bits say
 * @param type type of the object; null if there is none
 * @param begins whether the object begins here
 * @param mark whether the word changed
 */
record MemoryRow(long address, String word, String what, String value, CapType type, boolean begins,
        ChangeMark mark) {
}
