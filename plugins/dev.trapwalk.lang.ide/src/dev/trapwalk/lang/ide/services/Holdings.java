package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.model.CSpaces;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Holders.Holder;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.VSpaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who holds capabilities to an object: each thread with its CPtrs, and for a frame the addresses at which it is mapped;
 * then what no thread can address.
 */
final class Holdings {
    /** More threads are not walked: the answer is for people to read. */
    private static final int MOST_THREADS = 500;
    private static final int MOST_PER_THREAD = 200;
    private static final int MOST_PAGES = 100_000;

    /**
     * One capability.
     *
     * @param thread who can address it, or null when it lies in no CSpace or VSpace that is known
     * @param mapped whether the thread has it as memory, mapped in its VSpace
     * @param address its CPtr, or the virtual address when it is mapped
     * @param depth bits that resolve the CPtr
     */
    record Holding(ObjectRef thread, boolean mapped, long address, int depth, ObjectRef node, long slot, CapRun run) {
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
        Map<ObjectRef, List<VSpaces.Page>> pages = new HashMap<>();
        int threads = 0;
        for (ObjectDecl thread : model.objects()) {
            for (long n = 0; thread.is(ObjectType.TCB) && n < thread.count() && threads < MOST_THREADS; n++) {
                threads++;
                ObjectRef tcb = new ObjectRef(thread, thread.isArray() ? n : ObjectDecl.SCALAR);
                for (CSpaces.Entry entry : spaces.find(tcb, cap -> cap.run().target() == decl, MOST_PER_THREAD)) {
                    addressed.add(entry.run());
                    found.add(new Holding(tcb, false, entry.cptr(), entry.bits(), entry.node(), entry.slot(),
                            entry.run()));
                }
                if (decl.is(ObjectType.FRAME)) {
                    mapped(model, tcb, decl, pages).forEach(page -> {
                        addressed.add(page.run());
                        found.add(new Holding(tcb, true, page.address(), 0, page.path().get(page.path().size() - 1),
                                page.slot(), page.run()));
                    });
                }
            }
        }
        for (Holder holder : holders) {
            if (!addressed.contains(holder.run())) {
                found.add(new Holding(null, false, 0, 0,
                        new ObjectRef(holder.container().decl(), holder.container().low()), holder.run().slot(),
                        holder.run()));
            }
        }
        return found;
    }

    /** Where a thread has a frame in its memory; {@code known} are the VSpaces that were walked already. */
    private static List<VSpaces.Page> mapped(CapdlModel model, ObjectRef tcb, ObjectDecl frame,
            Map<ObjectRef, List<VSpaces.Page>> known) {
        VSpaces spaces = new VSpaces(model);
        ObjectRef root = spaces.root(tcb);
        return root == null ? List.of() : known.computeIfAbsent(root, key -> spaces.pages(key, MOST_PAGES)).stream()
                .filter(page -> page.frame().decl() == frame).limit(MOST_PER_THREAD).toList();
    }
}
