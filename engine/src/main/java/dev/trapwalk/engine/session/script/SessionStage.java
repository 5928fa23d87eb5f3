package dev.trapwalk.engine.session.script;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Result;
import dev.trapwalk.engine.session.Session;
import dev.trapwalk.engine.session.SessionEvent;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.target.TargetFactory;

/** A session as the stage of a script; waits for each answer. */
public final class SessionStage implements Stage {

    private static final int TIMEOUT_SECONDS = 60;

    private final Session session;
    private final ConcurrentLinkedQueue<String> output = new ConcurrentLinkedQueue<>();

    /** Launches a session for one script. */
    public SessionStage(String name, TargetFactory factory, SessionSettings settings) {
        session = Session.launch(name, factory, settings, this::on);
        send(new Command.ListBreakpoints());
    }

    private void on(SessionEvent event) {
        if (event instanceof SessionEvent.Output text) {
            output.add(text.text());
        }
    }

    @Override
    public <T> T send(Command<T> command) {
        return answer(session, command);
    }

    /** Waits for a session's answer; a refusal becomes a {@link ScriptException}. */
    public static <T> T answer(Session session, Command<T> command) {
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

    @Override
    public StopState move(Command.Motion motion) {
        return send(motion);
    }

    @Override
    public StopState state() {
        return session.state().orElseThrow();
    }

    @Override
    public List<String> output() {
        List<String> lines = new ArrayList<>();
        for (String text = output.poll(); text != null; text = output.poll()) {
            lines.add(text);
        }
        return lines;
    }

    @Override
    public void end() {
        session.close();
    }
}
