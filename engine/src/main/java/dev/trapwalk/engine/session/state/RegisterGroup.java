package dev.trapwalk.engine.session.state;

import java.util.List;

/**
 * Registers that belong together.
 *
 * @param kind which group
 * @param registers in a fixed order
 */
public record RegisterGroup(Kind kind, List<Variable> registers) {

    /** The groups, in the order in which they are shown. */
    public enum Kind {
        /** The processor's general registers now. */
        LIVE,
        /** What the kernel saved of a thread in its TCB. */
        SAVED,
        /** A thread's message: mr0.. from the registers that carry it, then from the IPC buffer. */
        MESSAGE,
        /** cr3, cr2, the kernel stack pointer and what else belongs to the processor. */
        CONTROL
    }

    public RegisterGroup {
        registers = List.copyOf(registers);
    }
}
