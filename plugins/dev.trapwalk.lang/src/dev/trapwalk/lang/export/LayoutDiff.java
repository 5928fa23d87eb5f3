package dev.trapwalk.lang.export;

import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.ObjectDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is different in meaning between two layouts: objects, capabilities, and the CPtrs under which threads find them;
 * not their order or how they are written. Ranges stay ranges.
 */
public final class LayoutDiff {

    /** What differs. */
    public enum Kind {
        /** An object or an array of them: there or not, or its type or parameters. */
        OBJECT,
        /** What slots hold, with rights, badge and all. */
        CAPABILITY,
        /** Where a thread finds an object that it can address in both layouts. */
        CPTR
    }

    /**
     * One difference.
     *
     * @param kind what differs
     * @param place object name, {@code container[slot]}, or thread and object
     * @param before what was there; empty when nothing was
     * @param after what is there; empty when nothing is
     */
    public record Change(Kind kind, String place, String before, String after) {
    }

    private LayoutDiff() {
    }

    /** All differences: objects by name, slots by container, then CPtrs by thread. */
    public static List<Change> between(CapdlModel before, CapdlModel after) {
        List<Change> changes = new ArrayList<>();
        compare(Kind.OBJECT, objects(before), objects(after), changes);
        SlotDiff.compare(before, after, changes);
        CPtrDiff.compare(before, after, changes);
        return changes;
    }

    /** Notes each place at which two maps differ. */
    static void compare(Kind kind, Map<String, String> before, Map<String, String> after, List<Change> changes) {
        TreeSet<String> places = new TreeSet<>(before.keySet());
        places.addAll(after.keySet());
        for (String place : places) {
            if (!Objects.equals(before.get(place), after.get(place))) {
                changes.add(new Change(kind, place, before.getOrDefault(place, ""), after.getOrDefault(place, "")));
            }
        }
    }

    private static Map<String, String> objects(CapdlModel model) {
        Map<String, String> objects = new TreeMap<>();
        for (ObjectDecl decl : model.objects()) {
            if (decl.type() != null) {
                objects.put(model.isOnlyInPaths(decl) ? decl.name() + "/" : decl.name(), (decl.isArray() ? "[" + decl.count() + "] " : "") + ParamTexts.object(decl));
            }
        }
        return objects;
    }
}
