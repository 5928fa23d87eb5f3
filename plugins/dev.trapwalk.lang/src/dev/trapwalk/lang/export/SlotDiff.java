package dev.trapwalk.lang.export;

import dev.trapwalk.lang.export.LayoutDiff.Change;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectDecl;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what objects hold. Both layouts are cut where either begins or ends something, so that a piece is the same
 * all through in each of them, however long it is.
 */
final class SlotDiff {
    private final List<Change> changes;

    private SlotDiff(List<Change> changes) {
        this.changes = changes;
    }

    static void compare(CapdlModel before, CapdlModel after, List<Change> changes) {
        SlotDiff diff = new SlotDiff(changes);
        TreeSet<String> names = new TreeSet<>();
        before.objects().forEach(decl -> names.add(decl.name()));
        after.objects().forEach(decl -> names.add(decl.name()));
        names.forEach(name -> diff.objects(name, parts(before, name), parts(after, name)));
    }

    private static TreeMap<Long, Container> parts(CapdlModel model, String name) {
        TreeMap<Long, Container> parts = new TreeMap<>();
        ObjectDecl decl = model.object(name);
        if (decl != null) {
            model.containers(decl).forEach(part -> parts.put(part.low(), part));
        }
        return parts;
    }

    private void objects(String name, TreeMap<Long, Container> before, TreeMap<Long, Container> after) {
        TreeSet<Long> cuts = new TreeSet<>();
        for (Map<Long, Container> side : List.of(before, after)) {
            side.values().forEach(part -> cuts.addAll(List.of(part.low(), part.high() + 1)));
        }
        Iterator<Long> ends = cuts.iterator();
        for (long low = ends.hasNext() ? ends.next() : 0; ends.hasNext();) {
            long end = ends.next();
            String place = low == ObjectDecl.SCALAR ? name
                    : name + "[" + low + (end - low == 1 ? "" : ".." + (end - 1)) + "]";
            slots(place, runs(before, low), runs(after, low));
            low = end;
        }
    }

    private static TreeMap<Long, CapRun> runs(TreeMap<Long, Container> parts, long index) {
        TreeMap<Long, CapRun> runs = new TreeMap<>();
        Map.Entry<Long, Container> part = parts.floorEntry(index);
        if (part != null && part.getValue().high() >= index) {
            part.getValue().runs().forEach(run -> runs.putIfAbsent(run.slot(), run));
        }
        return runs;
    }

    private void slots(String container, TreeMap<Long, CapRun> before, TreeMap<Long, CapRun> after) {
        TreeSet<Long> cuts = new TreeSet<>();
        for (Map<Long, CapRun> side : List.of(before, after)) {
            side.values().forEach(run -> cuts.addAll(List.of(run.slot(), run.lastSlot() + 1)));
        }
        Iterator<Long> ends = cuts.iterator();
        for (long slot = ends.hasNext() ? ends.next() : 0; ends.hasNext();) {
            long end = ends.next();
            String was = text(before, slot, end - slot);
            String is = text(after, slot, end - slot);
            if (!was.equals(is)) {
                String slots = end - slot == 1 ? String.format("[0x%04x]", slot)
                        : String.format("[0x%04x..0x%04x]", slot, end - 1);
                changes.add(new Change(LayoutDiff.Kind.CAPABILITY, container + slots, was, is));
            }
            slot = end;
        }
    }

    /** What slots {@code slot} and the {@code count - 1} after it hold; empty when they hold nothing. */
    private static String text(TreeMap<Long, CapRun> runs, long slot, long count) {
        Map.Entry<Long, CapRun> found = runs.floorEntry(slot);
        if (found == null || found.getValue().lastSlot() < slot) {
            return "";
        }
        CapRun run = found.getValue();
        String target = run.targets() != null ? References.text(run.targets().slice(slot - run.slot(), count))
                : run.pseudo() != null ? run.pseudo().keyword() : "?";
        return target + CapTexts.params(run);
    }
}
