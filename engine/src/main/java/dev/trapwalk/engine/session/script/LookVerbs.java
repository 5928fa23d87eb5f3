package dev.trapwalk.engine.session.script;

import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.query.Evaluator;

/** {@code where, expect, mark, stack, vars, threads, registers, path, print, complete}: what the stop state says. */
final class LookVerbs {

    private LookVerbs() {
    }

    static void register(Stage stage, Map<String, StageActor.Verb> verbs) {
        verbs.put("where", words -> stage.stop());
        verbs.put("expect", words -> expect(stage, words.rest()));
        verbs.put("stack", words -> stage.stack());
        verbs.put("vars", words -> stage.variables(words.hasNext() ? (int) words.number("frame")
                : 0));
        verbs.put("threads", words -> stage.threads());
        verbs.put("registers", words -> stage.registers(words.next("group")));
        verbs.put("path", words -> StopLines.path(stage.state()));
        verbs.put("print", words -> List.of(stage.value(words.rest())));
        verbs.put("complete", words -> {
            String text = words.rest();
            List<String> proposals = Evaluator.completions(stage.state(), 0, text, text.length());
            return List.of(proposals.isEmpty() ? Messages.get("script.nothing") : String.join(" ", proposals));
        });
    }

    private static List<String> expect(Stage stage, String wanted) {
        String is = stage.stop().get(0);
        if (!is.contains(wanted)) {
            throw new ScriptException(Messages.get("script.notAsExpected", wanted, is));
        }
        return List.of();
    }
}
