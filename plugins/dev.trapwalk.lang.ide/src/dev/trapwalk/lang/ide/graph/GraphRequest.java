package dev.trapwalk.lang.ide.graph;

import java.util.Set;

/**
 * Which part of a layout's graph is wanted.
 *
 * @param thread name of a TCB, {@code client} or {@code worker[2]}: only what it can reach; null for the whole layout
 * @param focus words of object names or types, or an object such as {@code f[3]}: only these, what they hold and every
 *     way that leads to them; empty for everything
 * @param expanded ids of the nodes that are taken apart
 * @param budget how many nodes a picture may have before kinds of objects are folded into one node
 */
public record GraphRequest(String thread, String focus, Set<String> expanded, int budget) {
    /** A picture with more nodes is none that a person takes in at a glance. */
    public static final int BUDGET = 48;
    /** What is never exceeded, whatever is expanded: the layout has to stay fluid. */
    public static final int MOST_NODES = 300;

    public GraphRequest {
        focus = focus == null ? "" : focus.strip();
        expanded = Set.copyOf(expanded);
    }

    /** The whole layout, one node for each declaration however many they are: for export, not for a picture. */
    public static GraphRequest everything() {
        return new GraphRequest(null, "", Set.of(), Integer.MAX_VALUE);
    }

    /** The whole layout, folded as needed. */
    public static GraphRequest whole() {
        return new GraphRequest(null, "", Set.of(), BUDGET);
    }
}
