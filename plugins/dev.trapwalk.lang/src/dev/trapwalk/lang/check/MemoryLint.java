package dev.trapwalk.lang.check;

import dev.trapwalk.lang.capdl.CapParam;
import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.ParamKey;
import dev.trapwalk.lang.model.Rights;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** E19: memory that is writable and executable, written by several address spaces, or device memory that is cached. */
final class MemoryLint implements Check {

    @Override
    public String id() {
        return "E19";
    }

    @Override
    public void check(CheckContext context) {
        Map<ObjectRef, ObjectRef> roots = roots(context);
        Map<ObjectRef, ObjectRef> writers = new HashMap<>();
        Set<Mapping> seen = new HashSet<>();
        context.runs((container, run) -> {
            if (run.targets(ObjectType.FRAME) && container.decl().type() != null
                    && container.decl().type().isPageTable()) {
                if (seen.add(run.source())) {
                    single(context, run);
                }
                if ((run.attributes().rights() & Rights.WRITE) != 0 && run.count() == 1) {
                    shared(context, roots.get(new ObjectRef(container.decl(), container.low())), run, writers);
                }
            }
        });
    }

    private static void single(CheckContext context, CapRun run) {
        if ((run.attributes().rights() & (Rights.WRITE | Rights.GRANT)) == (Rights.WRITE | Rights.GRANT)
                && executable(run)) {
            context.info(run.source(), CapdlPackage.Literals.MAPPING__REF, "E19.writeExecute", run.target().name());
        }
        if (run.target().param(ParamKey.PADDR) != null && !run.written().uncached() && !run.isCopy()
                && run.target().param(ParamKey.FILL) == null) {
            context.info(run.source(), CapdlPackage.Literals.MAPPING__REF, "E19.device", run.target().name());
        }
    }

    private static boolean executable(CapRun run) {
        for (CapParam param : run.source().getParams()) {
            if (param.getWords().stream().anyMatch(word -> word.indexOf('X') >= 0)) {
                return true;
            }
        }
        return false;
    }

    private static void shared(CheckContext context, ObjectRef root, CapRun run, Map<ObjectRef, ObjectRef> writers) {
        ObjectRef other = root == null ? null : writers.putIfAbsent(run.targets().get(0), root);
        if (other != null && !other.equals(root)) {
            context.info(run.source(), CapdlPackage.Literals.MAPPING__REF, "E19.shared", run.targets().get(0), other);
        }
    }

    /** The root of the address space that each table belongs to. */
    private static Map<ObjectRef, ObjectRef> roots(CheckContext context) {
        Map<ObjectRef, ObjectRef> roots = new HashMap<>();
        for (ObjectDecl decl : context.model().objects()) {
            if (decl.is(ObjectType.TCB)) {
                for (Container container : context.model().containers(decl)) {
                    ObjectRef root = container.target(1);
                    if (root != null && root.decl().type() != null && root.decl().type().isPageTable()) {
                        mark(context, root, root, roots);
                    }
                }
            }
        }
        return roots;
    }

    private static void mark(CheckContext context, ObjectRef table, ObjectRef root, Map<ObjectRef, ObjectRef> roots) {
        Container container = roots.putIfAbsent(table, root) != null ? null : context.model().container(table);
        if (container == null) {
            return;
        }
        for (CapRun run : container.runs()) {
            if (run.target() != null && run.target().type() != null && run.target().type().isPageTable()) {
                for (long n = 0; n < Math.min(run.count(), 1 << 12); n++) {
                    mark(context, run.targets().get(n), root, roots);
                }
            }
        }
    }
}
