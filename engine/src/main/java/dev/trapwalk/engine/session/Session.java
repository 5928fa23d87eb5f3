package dev.trapwalk.engine.session;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

import dev.trapwalk.engine.session.run.Notifier;
import dev.trapwalk.engine.session.run.Owner;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.target.TargetFactory;

/**
 * One machine being debugged: what every front end stands on. The contract is in {@code CONTRACT.md} beside this class.
 *
 * <p>The only mutable type of the session's interface. All methods may be called from any thread and never wait.
 */
public final class Session implements AutoCloseable {

    private final Notifier notifier = new Notifier();
    private final Owner owner;

    private Session(TargetFactory factory, SessionSettings settings) {
        this.owner = new Owner(factory, settings, notifier);
    }

    /**
     * Boots a machine on a thread of its own. What happens from the first event on is told to {@code listener}.
     *
     * @param name of the session's threads, for people who look at a thread dump
     */
    public static Session launch(String name, TargetFactory factory, SessionSettings settings,
            SessionListener listener) {
        Session session = new Session(factory, settings);
        session.notifier.add(listener);
        start(session.notifier, name + " notifier");
        start(session.owner, name + " owner");
        return session;
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Asks for something. The answer comes on the notifier thread, after the events that the command caused; it never
     * is an exception.
     */
    @SuppressWarnings("unchecked")
    public <T> CompletionStage<Result<T>> submit(Command<T> command) {
        return (CompletionStage<Result<T>>) (CompletionStage<?>) owner.submit(command);
    }

    /** What the session is doing. */
    public SessionStatus status() {
        return owner.status();
    }

    /** The last published stop; empty before the first. While the machine moves it is where it moved from. */
    public Optional<StopState> state() {
        return Optional.ofNullable(owner.state());
    }

    /** Drops the last stop of a session that has ended: {@link #state()} is empty from then on. */
    public void release() {
        owner.release();
    }

    /** Adds a listener for the events from now on. */
    public void addListener(SessionListener listener) {
        notifier.add(listener);
    }

    /** Removes a listener. */
    public void removeListener(SessionListener listener) {
        notifier.remove(listener);
    }

    /** Asks the session to terminate; does not wait for it. */
    @Override
    public void close() {
        submit(new Command.Terminate());
    }
}
