package dev.trapwalk.debug.ui.view;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;

/**
 * A machine that runs for longer than half a second, forwards or backwards, is seen in the progress area; to cancel it
 * there is to suspend it. Views say so, too, instead of showing where it stood long ago. Steps are no runs: they are
 * short, and many follow each other.
 */
public final class LongRuns implements IDebugEventSetListener {

    /** Detail of the model specific event that tells that a run has become a long one. */
    public static final int LONG = 2;

    /** Milliseconds after which a run counts as a long one. */
    public static final long PATIENCE = 500;

    private static final LongRuns ALL = new LongRuns();

    private final Map<WalkDebugTarget, Run> runs = new ConcurrentHashMap<>();
    private volatile long patience = PATIENCE;

    private LongRuns() {
    }

    /** Watches all machines from now on; once is enough. */
    public static void start() {
        DebugPlugin.getDefault().addDebugEventListener(ALL);
    }

    /** Has runs count as long ones sooner or later than after {@link #PATIENCE} milliseconds. */
    public static void setPatience(long millis) {
        ALL.patience = millis;
    }

    /** Whether a machine has been running for long; views may hear of its stop before this does, so that is asked. */
    public static boolean isLong(WalkDebugTarget target) {
        Run run = ALL.runs.get(target);
        return run != null && run.isLong && !target.isSuspended();
    }

    @Override
    public void handleDebugEvents(DebugEvent[] events) {
        for (DebugEvent event : events) {
            WalkDebugTarget target = Adapters.adapt(event.getSource(), WalkDebugTarget.class);
            if (target != null && event.getKind() == DebugEvent.RESUME && !event.isStepStart()) {
                Run run = new Run(target);
                end(runs.put(target, run));
                run.schedule(patience);
            } else if (target != null
                    && (event.getKind() == DebugEvent.SUSPEND || event.getKind() == DebugEvent.TERMINATE)) {
                end(runs.remove(target));
            }
        }
    }

    private static void end(Run run) {
        if (run != null) {
            run.ended.countDown();
            run.cancel();
            run.target = null;
        }
    }

    /** The run of one machine, from now until it stops. */
    private static final class Run extends Job {

        /** Until the run ends: the platform's progress manager was seen to keep jobs that were cancelled long ago. */
        private volatile WalkDebugTarget target;
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile boolean isLong;

        Run(WalkDebugTarget target) {
            super(Messages.bind(Messages.longRun, target.scenario().getName()));
            this.target = target;
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            WalkDebugTarget machine = target;
            if (machine == null) {
                return Status.OK_STATUS;
            }
            isLong = true;
            DebugPlugin.getDefault().fireDebugEventSet(
                    new DebugEvent[] {new DebugEvent(machine, DebugEvent.MODEL_SPECIFIC, LONG)});
            monitor.beginTask(Messages.longRunHint, IProgressMonitor.UNKNOWN);
            try {
                ended.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            return Status.OK_STATUS;
        }

        @Override
        protected void canceling() {
            WalkDebugTarget machine = target;
            if (machine != null && ended.getCount() > 0) {
                machine.suspend();
            }
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == LongRuns.class;
        }
    }
}
