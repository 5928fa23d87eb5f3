package dev.trapwalk.engine.session.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.Result;
import dev.trapwalk.engine.session.Session;
import dev.trapwalk.engine.session.SessionEvent;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.expression.ExpressionException;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.target.TargetFactory;

/** Carries out scripts on a session; waits for each answer. */
public final class SessionActor implements Actor {

    private static final int TIMEOUT_SECONDS = 60;

    /** What a verb does with the words behind it. */
    @FunctionalInterface
    interface Verb {
        List<String> perform(Words words);
    }

    private final Session session;
    private final Map<String, Verb> verbs = new LinkedHashMap<>();
    private final ConcurrentLinkedQueue<String> output = new ConcurrentLinkedQueue<>();

    /** Launches a session for one script. */
    public SessionActor(String name, TargetFactory factory, SessionSettings settings) {
        session = Session.launch(name, factory, settings, this::on);
        MotionVerbs.register(this, verbs);
        BreakpointVerbs.register(this, verbs);
        LookVerbs.register(this, verbs);
        AskVerbs.register(this, verbs);
        BranchVerbs.register(this, verbs);
        send(new Command.ListBreakpoints());
    }

    private void on(SessionEvent event) {
        if (event instanceof SessionEvent.Output text) {
            output.add(text.text());
        }
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
        for (String text = output.poll(); text != null; text = output.poll()) {
            all.add("| " + text);
        }
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

    /** The value that a command is answered with; a refusal becomes a {@link ScriptException}. */
    <T> T send(Command<T> command) {
        try {
            Result<T> result = session.submit(command).toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            if (!result.isOk()) {
                throw new ScriptException(result.code() + ": " + result.message());
            }
            return result.get();
        } catch (ExecutionException | TimeoutException late) {
            throw new ScriptException(String.valueOf(late.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ScriptException(String.valueOf(interrupted.getMessage()));
        }
    }

    /** Moves the machine and shows where it stands then. */
    List<String> move(Command.Motion motion) {
        return StopLines.stop(send(motion));
    }

    /** Where the machine stands. */
    StopState state() {
        return session.state().orElseThrow();
    }

    @Override
    public void close() {
        session.close();
    }
}
