package dev.trapwalk.lang.ide.graph;

import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.ObjectDecl;
import java.util.List;
import java.util.Optional;

/**
 * One picture's worth of a layout's capability graph. Immutable.
 *
 * @param nodes in the order of the file
 * @param edges between them, one for each pair and kind
 * @param objects number of objects that the nodes stand for
 * @param complete whether everything that was to be expanded is; false at {@link GraphRequest#MOST_NODES}
 * @param places which node shows which objects
 */
public record CapGraph(List<GraphNode> nodes, List<GraphEdge> edges, long objects, boolean complete,
        NodePlaces places) {

    /** The graph of a layout without objects, or of none. */
    public static final CapGraph EMPTY = new CapGraph(List.of(), List.of(), 0, true, new NodePlaces());

    public CapGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** The node called {@code id}. */
    public Optional<GraphNode> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /** The node of an object; of an array with index {@link ObjectDecl#SCALAR} the first that shows any of it. */
    public Optional<GraphNode> node(ObjectDecl decl, long index) {
        String id = places.at(decl, index);
        return id == null ? Optional.empty() : node(id);
    }

    /** The edges that {@code run} is part of. */
    public List<GraphEdge> edges(CapRun run) {
        return edges.stream().filter(edge -> edge.holders().stream().anyMatch(holder -> holder.run() == run)).toList();
    }
}
