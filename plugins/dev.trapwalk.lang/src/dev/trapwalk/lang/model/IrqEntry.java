package dev.trapwalk.lang.model;

import dev.trapwalk.lang.capdl.IrqMapping;

/**
 * Interrupts from {@code irq} on, bound to the objects of {@code targets} in order.
 *
 * @param targets null when the file names something unknown
 */
public record IrqEntry(long irq, ObjectSpan targets, IrqMapping source) {

    /** Number of interrupts. */
    public long count() {
        return targets == null ? 1 : targets.count();
    }
}
