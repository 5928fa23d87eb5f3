package dev.trapwalk.lang.export;

import dev.trapwalk.lang.export.LayoutDiff.Change;
import dev.trapwalk.lang.model.CSpaces;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares under which CPtrs threads find objects. What only one of the layouts has is seen among the capabilities. */
final class CPtrDiff {
    private static final int MOST_THREADS = 500;
    private static final int MOST_CAPS = 5_000;

    private CPtrDiff() {
    }

    static void compare(CapdlModel before, CapdlModel after, List<Change> changes) {
        Map<String, String> was = cptrs(before);
        Map<String, String> is = cptrs(after);
        was.keySet().retainAll(is.keySet());
        is.keySet().retainAll(was.keySet());
        LayoutDiff.compare(LayoutDiff.Kind.CPTR, was, is, changes);
    }

    /** Addresses by thread and object. */
    private static Map<String, String> cptrs(CapdlModel model) {
        Map<String, String> cptrs = new TreeMap<>();
        CSpaces spaces = new CSpaces(model);
        int threads = 0;
        for (ObjectDecl decl : model.objects()) {
            for (long n = 0; decl.is(ObjectType.TCB) && n < decl.count() && threads < MOST_THREADS; n++) {
                threads++;
                ObjectRef thread = new ObjectRef(decl, decl.isArray() ? n : ObjectDecl.SCALAR);
                for (CSpaces.Entry entry : spaces.entries(thread, MOST_CAPS)) {
                    if (entry.target() != null) {
                        cptrs.merge(thread + " -> " + entry.target(), "cptr 0x" + Long.toHexString(entry.cptr()),
                                (some, more) -> some + ", " + more.substring("cptr ".length()));
                    }
                }
            }
        }
        return cptrs;
    }
}
