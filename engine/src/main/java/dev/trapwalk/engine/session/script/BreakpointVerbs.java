package dev.trapwalk.engine.session.script;

import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;

/** {@code break, delete, breaks, skip}. */
final class BreakpointVerbs {

    private BreakpointVerbs() {
    }

    static void register(SessionActor actor, Map<String, SessionActor.Verb> verbs) {
        verbs.put("break", words -> {
            BreakpointStatus status = actor.send(new Command.PutBreakpoint(BreakpointText.read(words)));
            return status.isVerified() ? List.of() : List.of("not verified: " + status.reason());
        });
        verbs.put("delete", words -> {
            actor.send(new Command.RemoveBreakpoint(words.next("id")));
            return List.of();
        });
        verbs.put("breaks", words -> actor.send(new Command.ListBreakpoints()).stream().map(status ->
                BreakpointText.write(status.breakpoint()) + "  hits " + status.hits()).toList());
        verbs.put("skip", words -> {
            actor.send(new Command.SkipBreakpoints(!words.accept("off")));
            return List.of();
        });
    }
}
