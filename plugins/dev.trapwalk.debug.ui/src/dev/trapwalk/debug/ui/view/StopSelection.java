package dev.trapwalk.debug.ui.view;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkThread;
import dev.trapwalk.engine.session.state.StopState;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.ITerminate;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/**
 * Sees to it that where a machine stops is selected in the Debug view. The view does that by itself, but misses a stop
 * that comes before it knows the machine, as a launch right after another one's removal may; then nothing is selected,
 * and all views stay empty. Such a stop is told a second time, once. What a person has selected stays selected.
 */
public final class StopSelection implements IDebugEventSetListener {

    /** So long the Debug view has time to select by itself. */
    private static final int PATIENCE_MILLIS = 400;

    private static final StopSelection ALL = new StopSelection();

    /** The stops told a second time, by their numbers; used on the user interface thread only. */
    private final Map<WalkDebugTarget, Long> told = new WeakHashMap<>();

    private StopSelection() {
    }

    /** Watches all machines from now on; once is enough. */
    public static void start() {
        DebugPlugin.getDefault().addDebugEventListener(ALL);
    }

    @Override
    public void handleDebugEvents(DebugEvent[] events) {
        for (DebugEvent event : events) {
            WalkDebugTarget target = Adapters.adapt(event.getSource(), WalkDebugTarget.class);
            if (target != null && event.getKind() == DebugEvent.SUSPEND && PlatformUI.isWorkbenchRunning()) {
                Display display = PlatformUI.getWorkbench().getDisplay();
                if (!display.isDisposed()) {
                    display.asyncExec(() -> display.timerExec(PATIENCE_MILLIS, () -> look(target)));
                }
            }
        }
    }

    private void look(WalkDebugTarget target) {
        long stop = target.stopState().map(StopState::generation).orElse(-1L);
        WalkThread thread = target.enteredThread().orElse(null);
        if (target.isSuspended() && thread != null && PlatformUI.isWorkbenchRunning() && isNothingSelected()
                && !Long.valueOf(stop).equals(told.put(target, stop))) {
            DebugPlugin.getDefault().fireDebugEventSet(
                    new DebugEvent[] {new DebugEvent(thread, DebugEvent.SUSPEND, DebugEvent.CLIENT_REQUEST)});
        }
    }

    private static boolean isNothingSelected() {
        return Stream.of(PlatformUI.getWorkbench().getWorkbenchWindows()).noneMatch(StopSelection::isLive);
    }

    /** Whether something is selected that has not ended, of whatever debugger. */
    private static boolean isLive(IWorkbenchWindow window) {
        ISelection selection = DebugUITools.getDebugContextManager().getContextService(window).getActiveContext();
        Object element = selection instanceof IStructuredSelection structured ? structured.getFirstElement() : null;
        ILaunch launch = Adapters.adapt(element, ILaunch.class);
        ITerminate ending = element instanceof ITerminate own ? own : launch;
        return element != null && (ending == null || !ending.isTerminated());
    }
}
