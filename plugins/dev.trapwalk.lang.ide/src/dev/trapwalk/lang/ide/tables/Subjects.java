package dev.trapwalk.lang.ide.tables;

import dev.trapwalk.lang.ide.graph.Selection;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What tables can be made of: threads by their slot, then roots that no thread has. */
final class Subjects {

    private Subjects() {
    }

    /** Threads with something in {@code slot}, then objects of {@code roots} that none of them has there. */
    static List<String> of(CapdlModel model, SymbolicSlot slot, Predicate<ObjectDecl> roots) {
        List<String> names = new ArrayList<>();
        Set<ObjectDecl> used = new HashSet<>();
        for (String thread : Selection.threads(model, LayoutTable.MOST_SUBJECTS)) {
            ObjectRef root = root(model, thread, slot);
            if (root != null) {
                names.add(thread);
                used.add(root.decl());
            }
        }
        for (ObjectDecl decl : model.objects()) {
            if (decl.type() != null && roots.test(decl) && !used.contains(decl)
                    && names.size() < LayoutTable.MOST_SUBJECTS) {
                names.add(decl.display(decl.isArray() ? 0 : ObjectDecl.SCALAR));
            }
        }
        return names;
    }

    /** What the thread called {@code name} has in {@code slot}, or the object itself when it is no thread; or null. */
    static ObjectRef root(CapdlModel model, String name, SymbolicSlot slot) {
        ObjectRef object = Selection.object(model, name).orElse(null);
        if (object == null || !object.decl().is(ObjectType.TCB)) {
            return object;
        }
        Container slots = model.container(object);
        return slots == null ? null : slots.target(slot.number());
    }

    /** The subject that a place names itself: the current one if it does, else the first; or null. */
    static String named(List<String> subjects, ModelObject wanted, String current) {
        if (current != null && wanted.isNamed(current)) {
            return current;
        }
        return subjects.stream().filter(wanted::isNamed).findFirst().orElse(null);
    }

    /** An object, or any element of an array. */
    record ModelObject(ObjectRef object) {

        boolean isNamed(String subject) {
            String name = object.toString();
            return subject.equals(name) || object.index() == ObjectDecl.SCALAR && object.decl().isArray()
                    && subject.startsWith(object.decl().name() + "[");
        }
    }
}
