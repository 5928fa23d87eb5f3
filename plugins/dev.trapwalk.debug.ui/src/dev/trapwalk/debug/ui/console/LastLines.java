package dev.trapwalk.debug.ui.console;

import dev.trapwalk.debug.core.launch.WalkProcess;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;

/**
 * Ends all machines when the workbench has closed its windows, before it closes their consoles. A console takes lines
 * from a machine only as fast as the user interface shows them: the thread of a machine that prints faster waits for the
 * user interface, which waits for that thread when it closes the console, and the workbench would never end.
 */
final class LastLines implements IWorkbenchListener {

    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int PAUSE_MILLIS = 2;
    private static final AtomicBoolean WATCHING = new AtomicBoolean();

    private LastLines() {
    }

    /** Waits for the end of the workbench; once is enough. */
    static void watch() {
        if (WATCHING.compareAndSet(false, true)) {
            PlatformUI.getWorkbench().addWorkbenchListener(new LastLines());
        }
    }

    @Override
    public boolean preShutdown(IWorkbench workbench, boolean forced) {
        return true;
    }

    @Override
    public void postShutdown(IWorkbench workbench) {
        List<WalkProcess> machines = Stream.of(DebugPlugin.getDefault().getLaunchManager().getProcesses())
                .filter(WalkProcess.class::isInstance).map(WalkProcess.class::cast).toList();
        machines.forEach(WalkProcess::endSilently);
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!machines.stream().allMatch(WalkProcess::isTerminated) && System.nanoTime() < end) {
            showLines(workbench.getDisplay());
        }
    }

    /** Lets consoles take the lines that somebody waits to give them. */
    private static void showLines(Display display) {
        try {
            if (!display.readAndDispatch()) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (SWTException gone) {
            // What was to be drawn has no window any more.
            return;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
