package dev.trapwalk.lang.model;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Answers who holds a capability to an object. The index is built at the first question. */
public final class Holders {

    /**
     * One run of capabilities and where it lies.
     *
     * @param container what holds it
     * @param run the capabilities
     */
    public record Holder(Container container, CapRun run) {
    }

    private final CapdlModel model;
    private Map<ObjectDecl, List<Holder>> index;

    Holders(CapdlModel model) {
        this.model = model;
    }

    /** All runs with a capability to an element of {@code decl}. */
    public synchronized List<Holder> of(ObjectDecl decl) {
        if (index == null) {
            index = new IdentityHashMap<>(model.objects().size());
            for (List<Container> parts : model.containers()) {
                for (Container container : parts) {
                    for (CapRun run : container.runs()) {
                        if (run.target() != null) {
                            index.computeIfAbsent(run.target(), key -> new ArrayList<>(2))
                                    .add(new Holder(container, run));
                        }
                    }
                }
            }
        }
        return index.getOrDefault(decl, List.of());
    }

    /** All runs with a capability to {@code object}. */
    public List<Holder> of(ObjectRef object) {
        return of(object.decl()).stream().filter(holder -> holder.run().targets().low() <= object.index()
                && object.index() <= holder.run().targets().high()).toList();
    }
}
