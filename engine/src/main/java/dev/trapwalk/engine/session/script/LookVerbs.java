package dev.trapwalk.engine.session.script;

import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.query.Evaluator;
import dev.trapwalk.engine.session.state.RegisterGroup;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.state.ThreadSnapshot;
import dev.trapwalk.engine.session.state.Variable;

/** {@code where, expect, mark, stack, vars, threads, registers, path, print, complete}: what the stop state says. */
final class LookVerbs {

    private LookVerbs() {
    }

    static void register(SessionActor actor, Map<String, SessionActor.Verb> verbs) {
        verbs.put("where", words -> StopLines.stop(actor.state()));
        verbs.put("expect", words -> expect(actor.state(), words.rest()));
        verbs.put("mark", words -> List.of(actor.state().mark().toString()));
        verbs.put("stack", words -> StopLines.stack(actor.state()));
        verbs.put("vars", words -> StopLines.variables(actor.state(), words.hasNext() ? (int) words.number("frame")
                : 0));
        verbs.put("threads", words -> actor.state().threads().stream().map(ThreadSnapshot::label).toList());
        verbs.put("registers", words -> registers(actor.state(), words.next("group")));
        verbs.put("path", words -> StopLines.path(actor.state()));
        verbs.put("print", words -> List.of(Evaluator.text(actor.state(), 0, words.rest())));
        verbs.put("complete", words -> {
            String text = words.rest();
            List<String> proposals = Evaluator.completions(actor.state(), 0, text, text.length());
            return List.of(proposals.isEmpty() ? Messages.get("script.nothing") : String.join(" ", proposals));
        });
    }

    private static List<String> expect(StopState stop, String wanted) {
        String is = StopLines.stop(stop).get(0);
        if (!is.contains(wanted)) {
            throw new ScriptException(Messages.get("script.notAsExpected", wanted, is));
        }
        return List.of();
    }

    private static List<String> registers(StopState stop, String group) {
        return stop.thread().registers().stream().filter(g -> g.kind().name().equalsIgnoreCase(group))
                .map(RegisterGroup::registers).flatMap(List::stream).filter(register -> register.value() != 0)
                .map(Variable::toString).toList();
    }
}
