package dev.trapwalk.engine.session.script;

import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.session.Branch;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.query.Change;
import dev.trapwalk.engine.session.query.Diff;
import dev.trapwalk.engine.session.query.Evaluator;
import dev.trapwalk.engine.session.query.Settable;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.StopState;

/** {@code set, branches, switch, name, compare}. */
final class BranchVerbs {

    private BranchVerbs() {
    }

    static void register(SessionActor actor, Map<String, SessionActor.Verb> verbs) {
        verbs.put("set", words -> {
            String what = words.next("what to set");
            words.accept("=");
            String value = words.rest();
            return actor.move(new Command.SetValue(
                    Settable.find(actor.state(), what)
                            .orElseThrow(() -> new ScriptException(Messages.get("script.notSettable", what))),
                    Evaluator.word(actor.state(), 0, value)));
        });
        verbs.put("branches", words -> actor.send(new Command.ListBranches()).stream().map(BranchVerbs::line).toList());
        verbs.put("switch", words -> actor.move(new Command.SwitchBranch(words.next("branch"))));
        verbs.put("name", words -> List.of(line(actor.send(new Command.NameBranch(words.next("name"))))));
        verbs.put("compare", words -> compare(actor, words.next("branch")));
    }

    private static String line(Branch branch) {
        return branch.name() + ", " + branch.edits().size() + " edits";
    }

    /** What is different at the end of another branch from the end of this one. */
    private static List<String> compare(SessionActor actor, String other) {
        StopState here = actor.state();
        Mark end = here.time().furthest();
        MachineImage mine = actor.send(new Command.PictureAt(end));
        MachineImage theirs = actor.send(new Command.SwitchBranch(other)).machine();
        actor.send(new Command.SwitchBranch(here.time().branch()));
        actor.send(new Command.Jump(here.mark()));
        return Diff.between(mine, theirs).stream().map(Change::text).toList();
    }
}
