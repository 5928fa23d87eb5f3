package dev.trapwalk.debug.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.IJobManager;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.widgets.Display;

/**
 * The event loop with a clock: how long each event kept the user interface thread, and when the last one was over. Jobs
 * that end count as activity, too: views that ask in the background are refreshed only after them.
 */
final class Pump implements AutoCloseable {

    private static final long LIMIT_NANOS = 20_000_000_000L;
    /** What is done sooner refreshes nothing: a caret that blinks, a timer. */
    private static final long TRIFLE_NANOS = 200_000;
    private static final long PAUSE_NANOS = 500_000;

    private final Display display = Display.getCurrent();
    private final List<Long> blocked = new ArrayList<>();
    private final JobChangeAdapter jobs = new JobChangeAdapter() {
        @Override
        public void done(IJobChangeEvent event) {
            touch();
        }
    };
    private volatile long lastActivity = System.nanoTime();

    Pump() {
        manager().addJobChangeListener(jobs);
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
                touch();
            }
        } else {
            LockSupport.parkNanos(PAUSE_NANOS);
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
        manager().removeJobChangeListener(jobs);
    }
}
