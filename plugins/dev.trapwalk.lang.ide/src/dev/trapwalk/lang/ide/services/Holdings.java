package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.model.CSpaces;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.Holders.Holder;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who holds capabilities to an object: each thread with its CPtrs, then what no thread can address. */
final class Holdings {
    /** More threads are not walked: the answer is for people to read. */
    private static final int MOST_THREADS = 500;
    private static final int MOST_PER_THREAD = 200;

    /**
     * One capability.
     *
     * @param thread who can address it, or null when it lies in no CSpace that is known
     * @param cptr its address, when there is a thread
     * @param depth bits that resolve it
     */
    record Holding(ObjectRef thread, long cptr, int depth, Container container, ObjectRef node, long slot, CapRun run) {
    }

    private Holdings() {
    }

    /** All capabilities to {@code decl}, or to one of its elements. */
    static List<Holding> of(CapdlModel model, ObjectDecl decl) {
        List<Holding> found = new ArrayList<>();
        List<Holder> holders = model.holders().of(decl);
        if (holders.isEmpty()) {
            return found;
        }
        Set<CapRun> addressed = new HashSet<>();
        CSpaces spaces = new CSpaces(model);
        int threads = 0;
        for (ObjectDecl thread : model.objects()) {
            for (long n = 0; thread.is(ObjectType.TCB) && n < thread.count() && threads < MOST_THREADS; n++) {
                threads++;
                ObjectRef tcb = new ObjectRef(thread, thread.isArray() ? n : ObjectDecl.SCALAR);
                for (CSpaces.Entry entry : spaces.find(tcb, cap -> cap.run().target() == decl, MOST_PER_THREAD)) {
                    addressed.add(entry.run());
                    found.add(new Holding(tcb, entry.cptr(), entry.bits(), entry.container(), entry.node(),
                            entry.slot(), entry.run()));
                }
            }
        }
        for (Holder holder : holders) {
            if (!addressed.contains(holder.run())) {
                found.add(new Holding(null, 0, 0, holder.container(),
                        new ObjectRef(holder.container().decl(), holder.container().low()), holder.run().slot(),
                        holder.run()));
            }
        }
        return found;
    }
}
