package dev.trapwalk.engine.session.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

import dev.trapwalk.engine.session.SessionEvent;
import dev.trapwalk.engine.session.SessionListener;

/**
 * The thread on which clients are told: events in order, and answers to commands after the events that they caused.
 * Client code runs here and never on the owner thread. The owner hands over what has gathered in one go, since each
 * waking of a thread costs more than a step.
 */
public final class Notifier implements Runnable {

    private static final Runnable END = () -> { };
    /**
     * So many batches may wait to be told: a machine that prints for ever would fill the memory with what nobody has
     * read yet, and whoever wanted to suspend it would have to hear all of that first.
     */
    private static final int MOST_WAITING = 1_000;

    private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    /** What the owner has not handed over yet; touched by the owner only. */
    private final List<Runnable> gathered = new ArrayList<>();
    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();

    /** Adds a listener for the events from now on. */
    public void add(SessionListener listener) {
        listeners.add(listener);
    }

    /** Removes a listener. */
    public void remove(SessionListener listener) {
        listeners.remove(listener);
    }

    void event(SessionEvent event) {
        gathered.add(() -> listeners.forEach(listener -> tell(listener, event)));
    }

    void answer(Runnable completion) {
        gathered.add(completion);
    }

    /** Hands over what has gathered, in order. */
    void flush() {
        if (!gathered.isEmpty()) {
            List<Runnable> batch = List.copyOf(gathered);
            gathered.clear();
            queue.add(() -> batch.forEach(Runnable::run));
        }
    }

    /** Whether so much waits to be told that the machine shall not add to it. */
    boolean isBehind() {
        return queue.size() > MOST_WAITING;
    }

    /** Tells what is waiting and then ends the thread. */
    void end() {
        flush();
        queue.add(END);
    }

    @Override
    public void run() {
        try {
            for (Runnable next = Patience.take(queue); next != END; next = Patience.take(queue)) {
                next.run();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        for (Runnable late = queue.poll(); late != null; late = queue.poll()) {
            late.run();
        }
    }

    private static void tell(SessionListener listener, SessionEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException broken) {
            Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
            if (handler != null) {
                handler.uncaughtException(Thread.currentThread(), broken);
            }
        }
    }
}
