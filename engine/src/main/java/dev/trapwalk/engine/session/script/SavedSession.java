package dev.trapwalk.engine.session.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.trapwalk.engine.session.Branch;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;

/**
 * All that is needed to stand at the same point again, elsewhere: a few lines of text beside the scenario.
 *
 * @param scenario name of the scenario
 * @param breakpoints in order
 * @param marks named marks
 * @param branches the current one first
 * @param at where the machine stands
 */
public record SavedSession(String scenario, List<Breakpoint> breakpoints, Map<String, Mark> marks,
        List<Branch> branches,
        Mark at) {

    private static final String HEAD = "trapwalk session 1";

    public SavedSession {
        breakpoints = List.copyOf(breakpoints);
        marks = Map.copyOf(marks);
        branches = List.copyOf(branches);
    }

    /** What to ask of a new session of the same scenario, in this order, so that it stands here. */
    public List<Command<?>> commands() {
        List<Command<?>> commands = new ArrayList<>();
        commands.add(new Command.RestoreBranches(branches));
        new TreeMap<>(marks).forEach((name, mark) -> commands.add(new Command.NameMark(name, mark)));
        breakpoints.forEach(breakpoint -> commands.add(new Command.PutBreakpoint(breakpoint)));
        commands.add(new Command.Jump(at));
        return commands;
    }

    /** The session as text. */
    public String text() {
        List<String> lines = new ArrayList<>(List.of(HEAD, "scenario " + Words.quote(scenario)));
        breakpoints.forEach(breakpoint -> lines.add("break " + BreakpointText.write(breakpoint)));
        new TreeMap<>(marks).forEach((name, mark) -> lines.add("mark " + Words.quote(name) + " " + mark));
        for (Branch branch : branches) {
            lines.add("branch " + Words.quote(branch.name()) + " " + branch.furthest());
            branch.edits().forEach(edit -> lines.add("edit " + edit.mark() + " 0x"
                    + Long.toHexString(edit.address()) + " 0x"
                    + Long.toHexString(edit.value())));
        }
        lines.add("at " + at);
        return String.join("\n", lines) + "\n";
    }

    /** Reads what {@link #text()} writes; a {@link ScriptException} names the line that is wrong. */
    public static SavedSession read(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
            throw new ScriptException(Messages.get("saved.head", HEAD));
        }
        Reader reader = new Reader();
        for (int i = 1; i < lines.size(); i++) {
            try {
                reader.line(new Words(lines.get(i)));
            } catch (ScriptException wrong) {
                throw new ScriptException(Messages.get("saved.line", i + 1, wrong.getMessage()));
            }
        }
        return reader.saved();
    }

    private static final class Reader {

        private String scenario = "";
        private final List<Breakpoint> breakpoints = new ArrayList<>();
        private final Map<String, Mark> marks = new TreeMap<>();
        private final List<Branch> branches = new ArrayList<>();
        private Mark at = Mark.START;

        void line(Words words) {
            String kind = words.next("line");
            switch (kind) {
                case "scenario" -> scenario = words.next("scenario");
                case "break" -> breakpoints.add(BreakpointText.read(words));
                case "mark" -> marks.put(words.next("name"), MarkVerbs.mark(words));
                case "branch" -> branches.add(new Branch(words.next("name"), List.of(), MarkVerbs.mark(words)));
                case "edit" -> edit(new Branch.Edit(MarkVerbs.mark(words), words.number("address"),
                        words.number("value")));
                case "at" -> at = MarkVerbs.mark(words);
                default -> throw new ScriptException(Messages.get("saved.kind", kind));
            }
            words.end();
        }

        private void edit(Branch.Edit edit) {
            if (branches.isEmpty()) {
                throw new ScriptException(Messages.get("saved.noBranch"));
            }
            Branch last = branches.remove(branches.size() - 1);
            List<Branch.Edit> edits = new ArrayList<>(last.edits());
            edits.add(edit);
            branches.add(new Branch(last.name(), edits, last.furthest()));
        }

        SavedSession saved() {
            return new SavedSession(scenario, breakpoints, marks, branches, at);
        }
    }
}
