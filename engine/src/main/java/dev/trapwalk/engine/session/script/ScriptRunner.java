package dev.trapwalk.engine.session.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.trapwalk.engine.session.Messages;

/**
 * Runs stepping scripts. A script is a transcript: lines that begin with {@code >} are commands, those that begin with
 * {@code #} are remarks, all others are what the command above them is expected to answer. The first command is {@code
 * scenario name}. Running it gives the transcript as it really is; the script holds if the two are equal.
 *
 * <p>The commands are those of {@link StageActor}; a front end that can do less refuses the rest.
 */
public final class ScriptRunner {

    private static final String COMMAND = "> ";

    private final Function<String, Actor> stage;

    /** @param stage makes an actor for the scenario with a name */
    public ScriptRunner(Function<String, Actor> stage) {
        this.stage = stage;
    }

    /** The transcript of a script: its commands and remarks with what comes of them now. */
    public String run(String script) {
        List<String> transcript = new ArrayList<>();
        Actor actor = null;
        try {
            for (String line : script.lines().toList()) {
                if (line.startsWith("#") || line.isBlank()) {
                    transcript.add(line);
                } else if (line.startsWith(COMMAND)) {
                    transcript.add(line);
                    String command = line.substring(COMMAND.length());
                    if (actor == null) {
                        actor = stage.apply(scenario(command));
                    } else {
                        perform(actor, command, transcript);
                    }
                }
            }
        } finally {
            if (actor != null) {
                actor.close();
            }
        }
        return String.join("\n", transcript) + "\n";
    }

    private static String scenario(String command) {
        Words words = new Words(command);
        if (!words.accept("scenario")) {
            throw new ScriptException(Messages.get("script.scenarioFirst"));
        }
        return words.next("scenario");
    }

    private static void perform(Actor actor, String command, List<String> transcript) {
        try {
            transcript.addAll(actor.perform(command));
        } catch (ScriptException refused) {
            transcript.add("! " + refused.getMessage());
        }
    }
}
