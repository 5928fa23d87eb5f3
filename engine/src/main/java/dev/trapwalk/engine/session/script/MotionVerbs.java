package dev.trapwalk.engine.session.script;

import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Granularity;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.Place;
import dev.trapwalk.engine.session.StepKind;

/** {@code run, into, over, return, to, jump, restart, restart-call}, and {@code back} before most of them. */
final class MotionVerbs {

    private MotionVerbs() {
    }

    static void register(Stage stage, Map<String, StageActor.Verb> verbs) {
        for (String verb : new String[] {"run", "into", "over", "return", "to"}) {
            verbs.put(verb, words -> move(stage, motion(verb, words, Direction.FORWARD)));
        }
        verbs.put("back", words -> move(stage, words.accept("change")
                ? new Command.BackToChange(LocationText.watch(words))
                : motion(words.next("command"), words, Direction.BACKWARD)));
        verbs.put("jump", words -> move(stage, new Command.Jump(MarkVerbs.mark(stage, words))));
        verbs.put("restart", words -> move(stage, new Command.Restart()));
        verbs.put("restart-call", words -> move(stage, new Command.RestartSystemCall()));
    }

    /** Moves the machine and tells where it stands then. */
    static List<String> move(Stage stage, Command.Motion motion) {
        stage.move(motion);
        return stage.stop();
    }

    private static Command.Motion motion(String verb, Words words, Direction direction) {
        return switch (verb) {
            case "run" -> new Command.Resume(direction);
            case "into" -> step(StepKind.INTO, words, direction);
            case "over" -> step(StepKind.OVER, words, direction);
            case "return" -> step(StepKind.RETURN, words, direction);
            case "to" -> new Command.RunTo(place(words), direction);
            default -> throw new ScriptException(Messages.get("script.noSuchMotion", verb));
        };
    }

    private static Command.Step step(StepKind kind, Words words, Direction direction) {
        Granularity granularity = words.accept("function") ? Granularity.FUNCTION
                : words.accept("phase") ? Granularity.PHASE : words.accept("call") ? Granularity.SYSTEM_CALL
                : words.accept("statement") ? Granularity.STATEMENT : Granularity.POINT;
        String thread = words.accept("of") ? words.next("thread") : "";
        words.accept("point");
        return new Command.Step(kind, granularity, direction, thread);
    }

    private static Place place(Words words) {
        if (words.accept("thread")) {
            return new Place.ThreadRuns(words.next("thread"));
        }
        return words.accept("return") ? new Place.CallReturns() : new Place.At(LocationText.read(words));
    }
}
