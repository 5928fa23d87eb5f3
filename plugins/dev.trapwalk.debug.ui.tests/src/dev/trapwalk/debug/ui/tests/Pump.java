package dev.trapwalk.debug.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.IJobManager;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/**
 * The event loop with a clock: how long each event kept the user interface thread, and when the last one was over. Jobs
 * that end count as activity, too: views that ask in the background are refreshed only after them.
 */
final class Pump implements AutoCloseable {

    private static final long LIMIT_NANOS = 20_000_000_000L;
    /** What is done sooner refreshes nothing: a caret that blinks, a timer. */
    private static final long TRIFLE_NANOS = 200_000;
    /** The event loop sleeps until something happens; so often it looks whether that is what it waits for. */
    private static final int LOOK_MILLIS = 5;

    private static final int CARET_PIXELS = 100;

    private final Supplier<String> seen;
    private final Display display = Display.getCurrent();
    private final List<Long> blocked = new ArrayList<>();
    private final JobChangeAdapter jobs = new JobChangeAdapter() {
        @Override
        public void done(IJobChangeEvent event) {
            if (writing) {
                note(event.getJob().getName());
            }
            touch();
        }
    };
    /** What happened and when, in the order of its end. */
    private final List<String> diary = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean writing;
    private volatile long opened = System.nanoTime();
    private volatile long lastActivity = System.nanoTime();
    private final Listener paints = this::notePaint;
    private long painted = System.nanoTime();

    /** @param seen says what the last event was about */
    Pump(Supplier<String> seen) {
        this.seen = seen;
        clock.scheduleAtFixedRate(this::wake, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        manager().addJobChangeListener(jobs);
        display.addFilter(SWT.Paint, paints);
    }

    /** Lets the loop look; from any thread. */
    void wake() {
        if (!display.isDisposed()) {
            display.wake();
        }
    }

    /** Runs events until the condition holds. */
    void until(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            dispatchOrWait();
        }
    }

    /** Runs events until nothing has happened for this long, and answers when the last thing was over. */
    long quiet(long nanos) {
        touch();
        long end = System.nanoTime() + LIMIT_NANOS;
        while (System.nanoTime() < Math.min(end, lastActivity + nanos)) {
            dispatchOrWait();
        }
        return lastActivity;
    }

    /** Runs events for so long. */
    void rest(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            dispatchOrWait();
        }
    }

    /** When something larger than a caret was painted last. */
    long painted() {
        return painted;
    }

    private void notePaint(Event event) {
        if (event.width * event.height > CARET_PIXELS) {
            painted = System.nanoTime();
        }
    }

    /** Nanoseconds that each event has kept the user interface thread. */
    List<Long> blocked() {
        return blocked;
    }

    private void dispatchOrWait() {
        long begin = System.nanoTime();
        if (display.readAndDispatch()) {
            long took = System.nanoTime() - begin;
            blocked.add(took);
            if (took > TRIFLE_NANOS) {
                if (writing) {
                    note(String.format(Locale.ROOT, "event, %.1f ms  %s", took / 1e6, seen.get()));
                }
                touch();
            }
        } else {
            display.sleep();
        }
    }

    /** Begins a new diary. */
    void open() {
        synchronized (diary) {
            diary.clear();
            opened = System.nanoTime();
        }
    }

    /** What happened since, with milliseconds. */
    String diary() {
        synchronized (diary) {
            return String.join("", diary);
        }
    }

    /** Whether a diary is written; that takes time of its own. */
    void writeDiary(boolean isWritten) {
        writing = isWritten;
    }

    private void note(String what) {
        synchronized (diary) {
            diary.add(String.format(Locale.ROOT, "    %7.1f  %s%n", (System.nanoTime() - opened) / 1e6, what));
        }
    }

    /** Forgets what was measured so far. */
    void forget() {
        blocked.clear();
    }

    private void touch() {
        lastActivity = System.nanoTime();
    }

    private static IJobManager manager() {
        return Job.getJobManager();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        manager().removeJobChangeListener(jobs);
        display.removeFilter(SWT.Paint, paints);
    }
}
