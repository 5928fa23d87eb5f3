package dev.trapwalk.lang.export;

import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is different in meaning between two layouts: objects and capabilities, not their order or how they are written. */
public final class LayoutDiff {

    /**
     * One difference.
     *
     * @param place object name, or {@code container[slot]}
     * @param before what was there; empty when nothing was
     * @param after what is there; empty when nothing is
     */
    public record Change(String place, String before, String after) {
    }

    private LayoutDiff() {
    }

    /** All differences: objects by name, then slots by container. */
    public static List<Change> between(CapdlModel before, CapdlModel after) {
        List<Change> changes = new ArrayList<>();
        compare(objects(before), objects(after), changes);
        compare(caps(before), caps(after), changes);
        return changes;
    }

    private static void compare(Map<String, String> before, Map<String, String> after, List<Change> changes) {
        TreeSet<String> places = new TreeSet<>(before.keySet());
        places.addAll(after.keySet());
        for (String place : places) {
            if (!Objects.equals(before.get(place), after.get(place))) {
                changes.add(new Change(place, before.getOrDefault(place, ""), after.getOrDefault(place, "")));
            }
        }
    }

    private static Map<String, String> objects(CapdlModel model) {
        Map<String, String> objects = new TreeMap<>();
        for (ObjectDecl decl : model.objects()) {
            if (decl.type() != null) {
                objects.put(decl.toString(), ParamTexts.object(decl));
            }
        }
        return objects;
    }

    private static Map<String, String> caps(CapdlModel model) {
        Map<String, String> caps = new TreeMap<>();
        for (List<Container> parts : model.containers()) {
            for (Container container : parts) {
                for (CapRun run : container.runs()) {
                    for (long object = container.low(); object <= container.high(); object++) {
                        slots(container.decl().display(object), run, caps);
                    }
                }
            }
        }
        return caps;
    }

    /** Slots of a run, one by one: a run can be split differently in the other layout. */
    private static void slots(String container, CapRun run, Map<String, String> caps) {
        for (long n = 0; n < run.count(); n++) {
            String target = run.targets() != null ? run.targets().get(n).toString()
                    : run.pseudo() != null ? run.pseudo().keyword() : "?";
            caps.put(String.format("%s[0x%04x]", container, run.slot() + n), target + CapTexts.params(run));
        }
    }
}
