package dev.trapwalk.engine.session.query;

/**
 * One difference between two moments of a machine, in the kernel's terms.
 *
 * @param kind what changed
 * @param subject what it changed in: a slot, a thread, an endpoint ...
 * @param before its value before, in words
 * @param after its value after, in words
 * @param address kernel window address of the first word that differs
 * @param text all of it in one line
 */
public record Change(Kind kind, String subject, String before, String after, long address, String text) {

    /** What changed. */
    public enum Kind {
        CURRENT_THREAD, THREAD_STATE, FIELD, SLOT, QUEUE, READY_QUEUE, REGISTERS, WORDS
    }
}
