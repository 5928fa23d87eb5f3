package dev.trapwalk.lang.ide.graph;

import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Numbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * From a layout to a picture of who can reach what, in steps of one class each:
 * <ol>
 * <li>{@link Selection}: which objects are asked for, by {@link Reach} over any number of capabilities;</li>
 * <li>{@link Folding}: {@link Fold}s of objects that may stand as one node, so that few nodes are enough;</li>
 * <li>here: which folds are taken apart ({@link GraphRequest#expanded});</li>
 * <li>{@link NodeTexts} and {@link EdgeCollector}: nodes and edges with their labels, a {@link CapGraph};</li>
 * <li>{@link GraphLayout}: places for them, a {@link Picture};</li>
 * <li>{@link SvgWriter}, {@link DotWriter}: files.</li>
 * </ol>
 * Nothing grows with the size of arrays, and no picture has more than {@link GraphRequest#MOST_NODES} nodes and a few.
 */
public final class GraphBuilder {
    private record Shown(Fold fold, String parent) {
    }

    private GraphBuilder() {
    }

    /** The graph that {@code request} asks for. A thread that does not exist reaches nothing. */
    public static CapGraph build(CapdlModel model, GraphRequest request) {
        ObjectSet selected = Selection.of(model, request);
        List<Fold> objects = new ArrayList<>();
        selected.decls().forEach(decl -> objects.add(Fold.of(decl, selected.of(decl))));
        List<Fold> folds = Folding.fold(objects, new Neighbours(model, selected), request.budget());
        Set<String> refused = new HashSet<>();
        List<Shown> shown = new ArrayList<>();
        folds.forEach(fold -> shown.add(new Shown(fold, null)));
        boolean again = true;
        while (again) {
            again = expand(shown, request.expanded(), refused);
        }
        NodePlaces places = new NodePlaces();
        List<GraphNode> nodes = new ArrayList<>();
        long count = 0;
        for (Shown each : shown) {
            Fold fold = each.fold();
            nodes.add(NodeTexts.node(model, fold, each.parent()));
            place(fold, fold.id(), places);
            count = Numbers.add(count, fold.count());
        }
        EdgeCollector edges = new EdgeCollector(model, places, request.focus());
        edges.collect(selected.decls());
        nodes.addAll(edges.authorities());
        return new CapGraph(nodes, edges.edges(), count, refused.isEmpty(), places);
    }

    /** Takes the first fold apart that is to be and still fits; returns whether there was one. */
    private static boolean expand(List<Shown> shown, Set<String> expanded, Set<String> refused) {
        for (int i = 0; i < shown.size(); i++) {
            Fold fold = shown.get(i).fold();
            if (expanded.contains(fold.id()) && fold.isExpandable() && !refused.contains(fold.id())) {
                List<Fold> parts = fold.parts();
                if (shown.size() + parts.size() > GraphRequest.MOST_NODES) {
                    refused.add(fold.id());
                    continue;
                }
                shown.remove(i);
                shown.addAll(i, parts.stream().map(part -> new Shown(part, fold.id())).toList());
                return true;
            }
        }
        return false;
    }

    private static void place(Fold fold, String id, NodePlaces places) {
        fold.ranges().forEach(range -> places.add(fold.decl(), range.lowerEndpoint(), range.upperEndpoint() - 1, id));
        fold.members().forEach(member -> place(member, id, places));
    }
}
