package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.fail;

import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;

/**
 * The running workbench, seen from its own UI thread, on which the tests run: what must happen elsewhere meanwhile
 * (jobs,
 * debug events, repaints) happens only while one of the waiting methods here pumps the event loop.
 */
public final class Workbench {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final long LIMIT_MILLIS = 60_000;
    private static final long SETTLE_LIMIT_MILLIS = 5_000;
    private static final long IDLE_MILLIS = 250;
    /** The same while there is a machine: some of what a stop brings about begins only half a second after it. */
    private static final long IDLE_AFTER_STOP_MILLIS = 600;
    private static final int CALM_TURNS = 20;
    private static final long WORK_NANOS = 1_000_000;

    static {
        StillCaret.set();
    }

    private Workbench() {
    }

    /** The workbench window's shell, at the size that screenshots are judged at. */
    public static Shell shell() {
        Shell shell = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
        shell.setBounds(0, 0, WIDTH, HEIGHT);
        return shell;
    }

    /** The page of the first window; there need not be an active window when no window manager runs. */
    public static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }

    /** Runs the event loop until the condition holds; the test fails after a minute, naming what it waited for. */
    public static void waitUntil(String what, BooleanSupplier condition) {
        Display display = Display.getCurrent();
        long end = System.currentTimeMillis() + LIMIT_MILLIS;
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                fail("still not so after %d ms: %s", LIMIT_MILLIS, what);
            }
            if (!display.readAndDispatch()) {
                pause();
            }
        }
    }

    /**
     * Runs the event loop until nothing was painted, no job ran and no event took time for a moment, in which the loop
     * has turned a number of times: on a busy computer a moment may pass without any. GTK's frame clock ticks on for
     * seconds without any of that.
     */
    public static void settle() {
        Display display = Display.getCurrent();
        long end = System.currentTimeMillis() + SETTLE_LIMIT_MILLIS;
        long busy = System.currentTimeMillis();
        long idle = Stream.of(DebugPlugin.getDefault().getLaunchManager().getDebugTargets())
                .allMatch(IDebugTarget::isTerminated) ? IDLE_MILLIS : IDLE_AFTER_STOP_MILLIS;
        int[] calm = {0};
        Listener painted = event -> calm[0] = 0;
        display.addFilter(SWT.Paint, painted);
        try {
            while (System.currentTimeMillis() < end
                    && (calm[0] < CALM_TURNS || System.currentTimeMillis() < busy + idle)) {
                long begin = System.nanoTime();
                if (!display.readAndDispatch()) {
                    calm[0]++;
                    pause();
                } else if (System.nanoTime() - begin > WORK_NANOS) {
                    calm[0] = 0;
                }
                calm[0] = isAtWork() ? 0 : calm[0];
                busy = calm[0] == 0 ? System.currentTimeMillis() : busy;
            }
        } finally {
            display.removeFilter(SWT.Paint, painted);
        }
    }

    /** Whether jobs run or wait for their turn, but for those that wait for what a person types in a console. */
    private static boolean isAtWork() {
        return !Job.getJobManager().isIdle() && Stream.of(Job.getJobManager().find(null))
                .anyMatch(job -> (job.getState() == Job.RUNNING || job.getState() == Job.WAITING)
                        && !job.getClass().getName().endsWith("ProcessConsole$InputReadJob"));
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("interrupted while waiting");
        }
    }
}
