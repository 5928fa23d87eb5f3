package dev.trapwalk.lang.ide.graph;

import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Who holds whom, declaration by declaration, among those that are selected. */
final class Neighbours {

    /**
     * One run of capabilities as one of its ends sees it.
     *
     * @param other the declaration at the other end
     * @param way tells direction and rights apart: two links that differ in it are not alike
     */
    record Link(ObjectDecl other, int way) {
    }

    private final Map<ObjectDecl, List<Link>> links = new IdentityHashMap<>();

    Neighbours(CapdlModel model, ObjectSet selected) {
        for (ObjectDecl decl : selected.decls()) {
            for (Container container : model.containers(decl)) {
                for (CapRun run : container.runs()) {
                    if (run.target() != null && selected.contains(run.target())) {
                        int way = run.attributes().rights() << 8
                                | (decl.is(ObjectType.TCB) ? (int) Math.min(run.slot(), 63) + 1 : 0) << 1;
                        link(decl, run.target(), way);
                        link(run.target(), decl, way | 1);
                    } else if (run.pseudo() != null) {
                        link(decl, decl, run.pseudo().ordinal() + 2 << 12);
                    }
                }
            }
        }
    }

    private void link(ObjectDecl from, ObjectDecl to, int way) {
        links.computeIfAbsent(from, key -> new ArrayList<>(4)).add(new Link(to, way));
    }

    List<Link> of(ObjectDecl decl) {
        return links.getOrDefault(decl, List.of());
    }
}
