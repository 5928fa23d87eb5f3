package dev.trapwalk.engine.session.script;

import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.session.Branch;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.query.Change;
import dev.trapwalk.engine.session.query.Diff;
import dev.trapwalk.engine.session.query.Settable;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.StopState;

/** {@code set, branches, switch, name, compare}. */
final class BranchVerbs {

    private BranchVerbs() {
    }

    static void register(Stage stage, Map<String, StageActor.Verb> verbs) {
        verbs.put("set", words -> {
            String what = words.next("what to set");
            words.accept("=");
            String value = words.rest();
            stage.set(what, Settable.find(stage.state(), what).orElseThrow(
                    () -> new ScriptException(Messages.get("script.notSettable", what))), value);
            return stage.stop();
        });
        verbs.put("branches", words -> stage.send(new Command.ListBranches()).stream().map(BranchVerbs::line).toList());
        verbs.put("switch", words -> MotionVerbs.move(stage, new Command.SwitchBranch(words.next("branch"))));
        verbs.put("name", words -> List.of(line(stage.send(new Command.NameBranch(words.next("name"))))));
        verbs.put("compare", words -> compare(stage, words.next("branch")));
    }

    private static String line(Branch branch) {
        return branch.name() + ", " + branch.edits().size() + " edits";
    }

    /** What is different at the end of another branch from the end of this one. */
    private static List<String> compare(Stage stage, String other) {
        StopState here = stage.state();
        Mark end = here.time().furthest();
        MachineImage mine = stage.send(new Command.PictureAt(end));
        MachineImage theirs = stage.move(new Command.SwitchBranch(other)).machine();
        stage.move(new Command.SwitchBranch(here.time().branch()));
        stage.move(new Command.Jump(here.mark()));
        return Diff.between(mine, theirs).stream().map(Change::text).toList();
    }
}
