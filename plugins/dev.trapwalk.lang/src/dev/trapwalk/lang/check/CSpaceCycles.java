package dev.trapwalk.lang.check;

import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.model.CSpaces;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** E09: CNodes that contain themselves while address bits are left, so that their slots have many CPtrs. */
final class CSpaceCycles implements Check {

    private record Visit(ObjectRef node, int used) {
    }

    @Override
    public String id() {
        return "E09";
    }

    @Override
    public void check(CheckContext context) {
        Set<Visit> visited = new HashSet<>();
        Set<Mapping> reported = new HashSet<>();
        CSpaces cspaces = new CSpaces(context.model());
        for (List<Container> parts : context.model().containers()) {
            for (Container container : parts) {
                if (container.decl().is(ObjectType.TCB)) {
                    CapRun root = cspaces.root(new ObjectRef(container.decl(), container.low()));
                    if (root != null && root.targets(ObjectType.CNODE)) {
                        walk(context, root, root.targets().get(SymbolicSlot.CSPACE.number() - root.slot()), 0,
                                new HashSet<>(), visited, reported);
                    }
                }
            }
        }
    }

    private static void walk(CheckContext context, CapRun cap, ObjectRef node, int used, Set<ObjectRef> path,
            Set<Visit> visited, Set<Mapping> reported) {
        int word = context.arch().wordBits();
        BigInteger guard = cap.attributes().guardSize();
        long bits = used + Math.max(node.decl().bits(), 0)
                + (guard == null ? 0 : guard.min(BigInteger.valueOf(word + 1L)).longValue());
        if (bits >= word || node.decl().bits() <= 0) {
            return;
        }
        if (!path.add(node)) {
            if (reported.add(cap.source())) {
                context.info(cap.source(), CapdlPackage.Literals.MAPPING__REF, "E09.cycle", node, word - used);
            }
            return;
        }
        Container container = context.model().container(node);
        if (container != null && visited.add(new Visit(node, (int) bits))) {
            for (CapRun run : container.runs()) {
                if (run.targets(ObjectType.CNODE) && run.count() <= 1 << 12) {
                    for (long n = 0; n < run.count(); n++) {
                        walk(context, run, run.targets().get(n), (int) bits, path, visited, reported);
                    }
                }
            }
        }
        path.remove(node);
    }
}
