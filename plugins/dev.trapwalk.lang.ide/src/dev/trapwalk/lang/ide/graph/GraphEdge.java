package dev.trapwalk.lang.ide.graph;

import dev.trapwalk.lang.model.Holders.Holder;
import java.util.List;

/**
 * Capabilities that the objects of one node hold to those of another.
 *
 * @param from id of the holder's node
 * @param to id of the target's node
 * @param kind how strong they are
 * @param count number of capabilities
 * @param rights all rights that they give, a mask of {@link dev.trapwalk.lang.model.Rights}
 * @param label slot, rights and badge in short
 * @param holders where they lie, in the order of the file
 */
public record GraphEdge(String from, String to, Kind kind, long count, int rights, String label,
        List<Holder> holders) {

    /** Each capability in a line of its own, the first few of many. */
    public String lines() {
        return EdgeTexts.lines(holders);
    }

    /** How an edge is drawn. */
    public enum Kind {
        /** A thread's own CSpace, address space, fault handler and so on: who it is. */
        THREAD,
        /** An entry of a page table. */
        MAPPING,
        /** Reading, or no right at all. */
        READ,
        /** Writing, or an object whose capabilities have no rights. */
        WRITE,
        /** Also passing capabilities on. */
        GRANT
    }
}
