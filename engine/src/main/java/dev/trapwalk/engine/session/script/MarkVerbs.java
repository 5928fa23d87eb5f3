package dev.trapwalk.engine.session.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Messages;

/** {@code mark, marks, unmark}: where the machine stands, and names for marks to come back to. */
final class MarkVerbs {

    private MarkVerbs() {
    }

    static void register(Stage stage, Map<String, StageActor.Verb> verbs) {
        verbs.put("mark", words -> {
            Mark here = stage.state().mark();
            return List.of((words.hasNext() ? stage.send(new Command.NameMark(words.next("name"), here)) : here)
                    .toString());
        });
        verbs.put("marks", words -> stage.send(new Command.NamedMarks()).entrySet().stream()
                .map(named -> Words.quote(named.getKey()) + " " + named.getValue()).toList());
        verbs.put("unmark", words -> List.of(stage.send(new Command.ForgetMark(words.next("name"))).toString()));
    }

    /** A mark as text or by its name. */
    static Mark mark(Stage stage, Words words) {
        String text = words.next("mark");
        return Mark.parse(text).or(() -> Optional.ofNullable(stage.send(new Command.NamedMarks()).get(text)))
                .orElseThrow(() -> new ScriptException(Messages.get("script.badMark", text)));
    }

    /** A mark as text. */
    static Mark mark(Words words) {
        String text = words.next("mark");
        return Mark.parse(text).orElseThrow(() -> new ScriptException(Messages.get("script.badMark", text)));
    }
}
