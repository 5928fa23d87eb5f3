package dev.trapwalk.debug.core.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkThread;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;

/** Hears the debug events of one target as the platform's views do, and lets a test wait for them. */
final class StopListener implements IDebugEventSetListener, AutoCloseable {

    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int SENTINEL = 4711;

    private final WalkDebugTarget target;
    private final List<DebugEvent> events = new ArrayList<>();
    private final List<List<DebugEvent>> sets = new ArrayList<>();
    private Result<?> refusal;
    private boolean sentinel;

    StopListener(WalkDebugTarget target) {
        this.target = target;
        DebugPlugin.getDefault().addDebugEventListener(this);
    }

    @Override
    public synchronized void handleDebugEvents(DebugEvent[] set) {
        List<DebugEvent> own = new ArrayList<>();
        for (DebugEvent event : set) {
            if (event.getSource() == this) {
                sentinel = true;
            } else if (Adapters.adapt(event.getSource(), WalkDebugTarget.class) == target) {
                own.add(event);
                if (event.getKind() == DebugEvent.MODEL_SPECIFIC && event.getDetail() == WalkDebugTarget.REFUSED) {
                    refusal = (Result<?>) event.getData();
                }
            }
        }
        events.addAll(own);
        if (!own.isEmpty()) {
            sets.add(own);
        }
        notifyAll();
    }

    /** Forgets what was heard. */
    synchronized void clear() {
        events.clear();
        sets.clear();
        refusal = null;
    }

    /** Waits for a suspend event; answers the set that it came in. */
    synchronized List<DebugEvent> awaitStop() {
        await("suspend event", () -> sets.stream().anyMatch(StopListener::isStop));
        return sets.stream().filter(StopListener::isStop).findFirst().orElseThrow();
    }

    /**
     * Does something to a target that stands, and waits for the one stop that it ends with; answers the set that the stop
     * came in.
     */
    static List<DebugEvent> stopAfter(WalkDebugTarget target, ModelStage.Action action)
            throws CoreException {
        try (StopListener listener = new StopListener(target)) {
            listener.settle();
            listener.clear();
            action.run();
            List<DebugEvent> stop = listener.awaitStop();
            listener.settle();
            assertThat(listener.count(DebugEvent.SUSPEND)).as("stops").isEqualTo(1);
            return stop;
        }
    }

    /**
     * Waits until everything that the session has said so far was fired, and heard. A target already stands when the
     * platform is still to be told, so to see it stand is not enough.
     */
    void settle() {
        awaitNotifier();
        awaitEvents();
    }

    private void awaitNotifier() {
        CountDownLatch answered = new CountDownLatch(1);
        target.session().submit(new Command.ListBreakpoints()).thenAccept(answer -> answered.countDown());
        try {
            assertThat(answered.await(LIMIT_NANOS, TimeUnit.NANOSECONDS)).as("answer of the session").isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private synchronized void awaitEvents() {
        sentinel = false;
        DebugPlugin.getDefault().fireDebugEventSet(
                new DebugEvent[] {new DebugEvent(this, DebugEvent.MODEL_SPECIFIC, SENTINEL)});
        await("own event", () -> sentinel);
    }

    /** All event sets heard. */
    synchronized List<List<DebugEvent>> sets() {
        return List.copyOf(sets);
    }

    synchronized long count(int kind) {
        return events.stream().filter(event -> event.getKind() == kind).count();
    }

    /** What is wrong about the resume and suspend events of one move; empty if nothing is. */
    synchronized String wrongAboutMove(Object entered) {
        List<DebugEvent> resumes = events.stream().filter(event -> event.getKind() == DebugEvent.RESUME).toList();
        List<DebugEvent> suspends = events.stream().filter(event -> event.getKind() == DebugEvent.SUSPEND).toList();
        if (resumes.size() != 1 || suspends.stream().filter(event -> !event.isEvaluation()).count() != 1) {
            return "one resume event and one stop were due: " + sets;
        }
        if (suspends.get(suspends.size() - 1).getSource() != entered) {
            return "the stop is not told for the thread in which the machine stands: " + sets;
        }
        boolean elsewhere = resumes.get(0).isStepStart() && resumes.get(0).getSource() instanceof WalkThread from
                && from != entered && List.of(target.getThreads()).contains(from);
        List<Object> ended = suspends.stream().filter(DebugEvent::isEvaluation).map(DebugEvent::getSource).toList();
        return ended.equals(elsewhere ? List.of(resumes.get(0).getSource()) : List.of()) ? ""
                : "a step that ends in another thread is told to end in its own, too, and no other is: " + sets;
    }

    /** What the session refused; null if nothing. */
    synchronized Result<?> refusal() {
        return refusal;
    }

    private static boolean isStop(List<DebugEvent> set) {
        return set.stream().anyMatch(event -> event.getKind() == DebugEvent.SUSPEND);
    }

    /** Waits for something that a debug event brings about. */
    synchronized void await(String what, Condition condition) {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!condition.holds()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("waited in vain for: " + what + "; heard " + events);
            }
            try {
                wait(left);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    @Override
    public void close() {
        DebugPlugin.getDefault().removeDebugEventListener(this);
    }

    /** Something to wait for. */
    interface Condition {
        boolean holds();
    }
}
