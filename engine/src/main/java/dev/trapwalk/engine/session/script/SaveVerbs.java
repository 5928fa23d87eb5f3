package dev.trapwalk.engine.session.script;

import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;

/** {@code save, reopen}: the session as text, and from that text again on a machine that is booted anew. */
final class SaveVerbs {

    private final Stage stage;
    private String saved = "";

    private SaveVerbs(Stage stage) {
        this.stage = stage;
    }

    static void register(Stage stage, Map<String, StageActor.Verb> verbs) {
        SaveVerbs own = new SaveVerbs(stage);
        verbs.put("save", words -> own.save(words.next("scenario")));
        verbs.put("reopen", words -> own.reopen());
    }

    private List<String> save(String scenario) {
        saved = new SavedSession(scenario, stage.breakpoints().stream().map(BreakpointStatus::breakpoint).toList(),
                stage.send(new Command.NamedMarks()), stage.send(new Command.ListBranches()),
                stage.state().mark()).text();
        return saved.lines().toList();
    }

    private List<String> reopen() {
        if (saved.isEmpty()) {
            throw new ScriptException(Messages.get("script.nothingSaved"));
        }
        stage.breakpoints().forEach(status -> stage.remove(status.breakpoint().id()));
        stage.send(new Command.NamedMarks()).keySet().forEach(name -> stage.send(new Command.ForgetMark(name)));
        stage.move(new Command.Restart());
        for (Command<?> command : SavedSession.read(saved).commands()) {
            if (command instanceof Command.PutBreakpoint put) {
                stage.put(put.breakpoint());
            } else if (command instanceof Command.Motion motion) {
                stage.move(motion);
            } else {
                stage.send(command);
            }
        }
        return stage.stop();
    }
}
