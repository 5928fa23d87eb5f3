package dev.trapwalk.engine.session.script;

import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;

/** {@code break, delete, breaks, skip}. */
final class BreakpointVerbs {

    private BreakpointVerbs() {
    }

    static void register(Stage stage, Map<String, StageActor.Verb> verbs) {
        verbs.put("break", words -> {
            BreakpointStatus status = stage.put(BreakpointText.read(words));
            return status.isVerified() ? List.of() : List.of(problem(status));
        });
        verbs.put("delete", words -> {
            stage.remove(words.next("id"));
            return List.of();
        });
        verbs.put("breaks", words -> stage.breakpoints().stream().map(status ->
                BreakpointText.write(status.breakpoint()) + "  hits " + status.hits()
                        + (status.isVerified() ? "" : "  " + problem(status))).toList());
        verbs.put("skip", words -> {
            stage.skip(!words.accept("off"));
            return List.of();
        });
    }

    private static String problem(BreakpointStatus status) {
        return "not verified: " + status.reason();
    }
}
