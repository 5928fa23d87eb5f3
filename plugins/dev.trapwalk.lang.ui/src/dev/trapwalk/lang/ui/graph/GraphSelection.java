package dev.trapwalk.lang.ui.graph;

import dev.trapwalk.lang.ide.graph.GraphEdge;
import dev.trapwalk.lang.ide.graph.GraphNode;
import dev.trapwalk.lang.ide.graph.Picture;
import java.util.HashSet;
import java.util.Set;

/**
 * What is selected, and what that concerns: a node with its direct neighbours, an edge with its ends.
 *
 * @param node id of the selected node, or null
 * @param edge the selected edge, or null
 * @param concerned ids of the nodes that it concerns
 */
record GraphSelection(String node, GraphEdge edge, Set<String> concerned) {
    static final GraphSelection NONE = new GraphSelection(null, null, Set.of());

    static GraphSelection of(Picture picture, GraphNode node) {
        Set<String> concerned = new HashSet<>(Set.of(node.id()));
        for (GraphEdge edge : picture.graph().edges()) {
            if (edge.from().equals(node.id()) || edge.to().equals(node.id())) {
                concerned.add(edge.from());
                concerned.add(edge.to());
            }
        }
        return new GraphSelection(node.id(), null, concerned);
    }

    static GraphSelection of(GraphEdge edge) {
        return new GraphSelection(null, edge, Set.of(edge.from(), edge.to()));
    }

    boolean isEmpty() {
        return node == null && edge == null;
    }

    boolean concerns(GraphNode other) {
        return isEmpty() || concerned.contains(other.id());
    }

    boolean concerns(GraphEdge other) {
        return isEmpty() || (edge != null ? edge.equals(other) : other.from().equals(node) || other.to().equals(node));
    }
}
