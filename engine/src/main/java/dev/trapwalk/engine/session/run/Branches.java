package dev.trapwalk.engine.session.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.session.Branch;
import dev.trapwalk.engine.session.Mark;

/** The branches of a session: lists of edits, since the machine does the same again for the same edits. */
final class Branches {

    private final Timeline timeline;
    private final Map<String, Branch> others = new LinkedHashMap<>();
    private String current = "main";
    private int made;

    Branches(Timeline timeline) {
        this.timeline = timeline;
    }

    String current() {
        return current;
    }

    /** Sets a word here; where the machine has been further, on a new branch. */
    void edit(long address, long value) {
        Mark here = timeline.mark();
        if (here.isBefore(timeline.furthest())) {
            others.put(current, here());
            do {
                current = "branch-" + ++made;
            } while (others.containsKey(current));
            timeline.setEdits(timeline.edits().stream().filter(edit -> edit.mark().compareTo(here) <= 0).toList(),
                    here);
        }
        timeline.edit(address, value);
    }

    /** Replaces all branches, the current one first; the machine is at its start. */
    void restore(List<Branch> saved) {
        others.clear();
        saved.stream().skip(1).forEach(branch -> others.put(branch.name(), branch));
        if (!saved.isEmpty()) {
            current = saved.get(0).name();
            timeline.setEdits(saved.get(0).edits(), saved.get(0).furthest());
        }
    }

    /** Gives the current branch another name; false if another one has it. */
    boolean rename(String name) {
        if (others.containsKey(name)) {
            return false;
        }
        current = name;
        return true;
    }

    List<Branch> all() {
        List<Branch> all = new ArrayList<>(List.of(here()));
        all.addAll(others.values());
        return all;
    }

    private Branch here() {
        return new Branch(current, timeline.edits(), timeline.furthest());
    }

    /** The branch with a name other than the current one, or null. */
    Branch other(String name) {
        return others.get(name);
    }

    /** The first mark at which another branch does something else. */
    Mark differsAt(Branch other) {
        List<Branch.Edit> mine = timeline.edits();
        int same = 0;
        while (same < mine.size() && same < other.edits().size() && mine.get(same).equals(other.edits().get(same))) {
            same++;
        }
        Mark first = same < mine.size() ? mine.get(same).mark() : Mark.user(Long.MAX_VALUE);
        Mark second = same < other.edits().size() ? other.edits().get(same).mark() : Mark.user(Long.MAX_VALUE);
        return first.isBefore(second) ? first : second;
    }

    /** Makes another branch the current one; the machine is in user mode before the first difference. */
    void take(Branch other) {
        others.put(current, here());
        others.remove(other.name());
        current = other.name();
        timeline.setEdits(other.edits(), other.furthest());
    }
}
