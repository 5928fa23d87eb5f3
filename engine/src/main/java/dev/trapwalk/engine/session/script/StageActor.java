package dev.trapwalk.engine.session.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.expression.ExpressionException;

/** Reads the commands of scripts and has them done on a stage. */
public final class StageActor implements Actor {

    /** What a verb does with the words behind it. */
    @FunctionalInterface
    interface Verb {
        List<String> perform(Words words);
    }

    private final Stage stage;
    private final Map<String, Verb> verbs = new LinkedHashMap<>();

    /** An actor on that stage; closing it ends the stage. */
    public StageActor(Stage stage) {
        this.stage = stage;
        MotionVerbs.register(stage, verbs);
        BreakpointVerbs.register(stage, verbs);
        LookVerbs.register(stage, verbs);
        AskVerbs.register(stage, verbs);
        BranchVerbs.register(stage, verbs);
        MarkVerbs.register(stage, verbs);
        SaveVerbs.register(stage, verbs);
    }

    @Override
    public List<String> perform(String line) {
        Words words = new Words(line);
        String name = words.next("command");
        Verb verb = verbs.get(name);
        if (verb == null) {
            throw new ScriptException(Messages.get("script.noSuchCommand", name, String.join(", ", verbs.keySet())));
        }
        List<String> lines = perform(verb, words);
        List<String> all = new ArrayList<>();
        stage.output().forEach(text -> all.add("| " + text));
        all.addAll(lines);
        return all;
    }

    private static List<String> perform(Verb verb, Words words) {
        try {
            List<String> lines = verb.perform(words);
            words.end();
            return lines;
        } catch (ExpressionException wrong) {
            throw new ScriptException(Messages.get("expression.atColumn", wrong.column(), wrong.getMessage()));
        }
    }

    @Override
    public void close() {
        stage.end();
    }
}
