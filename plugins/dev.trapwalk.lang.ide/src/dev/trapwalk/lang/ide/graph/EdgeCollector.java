package dev.trapwalk.lang.ide.graph;

import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.Holders.Holder;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.PseudoTarget;
import dev.trapwalk.lang.model.Rights;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers the capabilities between the nodes of a picture. */
final class EdgeCollector {
    private record Key(String from, String to, GraphEdge.Kind kind) {
    }

    private static final class Bundle {
        private final List<Holder> holders = new ArrayList<>(2);
        private long count;
        private int rights;
    }

    private final CapdlModel model;
    private final NodePlaces places;
    private final String focus;
    private final Map<Key, Bundle> bundles = new LinkedHashMap<>();
    private final Map<PseudoTarget, GraphNode> authorities = new TreeMap<>();

    EdgeCollector(CapdlModel model, NodePlaces places, String focus) {
        this.model = model;
        this.places = places;
        this.focus = focus;
    }

    void collect(Collection<ObjectDecl> holders) {
        for (ObjectDecl decl : holders) {
            for (Container container : model.containers(decl)) {
                List<NodePlaces.Part> from = places.within(decl, container.low(), container.high());
                for (CapRun run : container.runs()) {
                    for (NodePlaces.Part part : from) {
                        collect(container, run, part);
                    }
                }
            }
        }
    }

    private void collect(Container container, CapRun run, NodePlaces.Part from) {
        long objects = from.overlap(container.low(), container.high());
        if (run.targets() != null) {
            long low = run.targets().low();
            long high = run.targets().high();
            for (NodePlaces.Part to : places.within(run.target(), low, high)) {
                // A span of step 0 is one object many times over.
                long each = run.targets().step() == 0 ? run.count() : to.overlap(low, high);
                add(from.id(), to.id(), new Holder(container, run), Numbers.multiply(objects, each));
            }
        } else if (run.pseudo() != null && (focus.isEmpty() || run.pseudo().keyword().contains(focus))) {
            String word = run.pseudo().keyword();
            String id = "authority:" + word;
            authorities.putIfAbsent(run.pseudo(), new GraphNode(id, null, null, null, word, "", 1, false));
            add(from.id(), id, new Holder(container, run), objects);
        }
    }

    private void add(String from, String to, Holder holder, long count) {
        GraphEdge.Kind kind = kind(holder);
        if (from.equals(to) && holder.run().target() != holder.container().decl()) {
            // What folded objects hold of each other is seen when they are taken apart.
            return;
        }
        Bundle bundle = bundles.computeIfAbsent(new Key(from, to, kind), key -> new Bundle());
        bundle.holders.add(holder);
        bundle.count = Numbers.add(bundle.count, count);
        bundle.rights |= holder.run().attributes().rights();
    }

    private static GraphEdge.Kind kind(Holder holder) {
        ObjectType type = holder.container().decl().type();
        int rights = holder.run().attributes().rights();
        ObjectType target = holder.run().target() == null ? null : holder.run().target().type();
        boolean limited = target == ObjectType.EP || target == ObjectType.NOTIFICATION || target == ObjectType.FRAME;
        if (type == ObjectType.TCB) {
            return GraphEdge.Kind.THREAD;
        }
        if (type.isPageTable() && target != ObjectType.FRAME) {
            return GraphEdge.Kind.MAPPING;
        }
        if (!limited) {
            return GraphEdge.Kind.WRITE;
        }
        return (rights & (Rights.GRANT | Rights.GRANT_REPLY)) != 0 && target == ObjectType.EP ? GraphEdge.Kind.GRANT
                : (rights & Rights.WRITE) != 0 ? GraphEdge.Kind.WRITE : GraphEdge.Kind.READ;
    }

    /** The kernel's own authorities that somebody holds. */
    Collection<GraphNode> authorities() {
        return authorities.values();
    }

    List<GraphEdge> edges() {
        List<GraphEdge> edges = new ArrayList<>();
        bundles.forEach((key, bundle) -> edges.add(new GraphEdge(key.from(), key.to(), key.kind(), bundle.count,
                bundle.rights, EdgeTexts.label(bundle.holders, bundle.count, bundle.rights),
                List.copyOf(bundle.holders))));
        return edges;
    }
}
