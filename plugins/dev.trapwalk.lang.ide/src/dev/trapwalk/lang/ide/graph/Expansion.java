package dev.trapwalk.lang.ide.graph;

import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.ObjectRef;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds out what has to be taken apart so that an object is shown on its own. */
public final class Expansion {

    private Expansion() {
    }

    /** {@code request}, with every node taken apart that hides {@code object} among others; the same if none does. */
    public static GraphRequest showing(CapdlModel model, GraphRequest request, ObjectRef object) {
        GraphRequest wider = request;
        Optional<GraphNode> hiding = hiding(model, wider, object);
        while (hiding.isPresent()) {
            Set<String> expanded = new HashSet<>(wider.expanded());
            if (!expanded.add(hiding.get().id())) {
                // It is taken apart already as far as there is room.
                return wider;
            }
            wider = new GraphRequest(request.thread(), request.focus(), expanded, request.budget());
            hiding = hiding(model, wider, object);
        }
        return wider;
    }

    private static Optional<GraphNode> hiding(CapdlModel model, GraphRequest request, ObjectRef object) {
        return GraphBuilder.build(model, request).node(object.decl(), object.index())
                .filter(node -> node.expandable() && node.count() > 1);
    }
}
