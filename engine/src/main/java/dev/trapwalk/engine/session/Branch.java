package dev.trapwalk.engine.session;

import java.util.List;

/**
 * One of the ways on which the machine was sent by setting values.
 *
 * @param name {@code main} for the first one
 * @param edits the values that were set on it, those of the branch that it came from included, in the order of their
 *        marks
 * @param furthest latest mark on it that the machine has been at
 */
public record Branch(String name, List<Edit> edits, Mark furthest) {

    /** A word that a person set at a mark; it is set again whenever the machine comes there. */
    public record Edit(Mark mark, long address, long value) {
    }

    public Branch {
        edits = List.copyOf(edits);
    }
}
