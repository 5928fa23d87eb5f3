package dev.trapwalk.debug.ui.view;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkThread;
import dev.trapwalk.engine.session.state.StopReason;
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
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.IDebugView;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/**
 * Sees to it that where a machine stops is selected in the Debug view. The view does that by itself, but misses a stop
 * that comes before it knows the machine, as a launch right after another one's removal may, or while it is busy with
 * the stop before; then all views stay empty, or behind. Such a stop is told a second time, once. What a person has
 * selected since the stop stays selected, and so does another machine.
 */
public final class StopSelection implements IDebugEventSetListener {

    /** So long the Debug view has time to select by itself. */
    private static final int PATIENCE_MILLIS = 400;

    private static final StopSelection ALL = new StopSelection();

    /** Each machine's last stop; this and all below is used on the user interface thread only. */
    private final Map<WalkDebugTarget, Stop> stops = new WeakHashMap<>();
    /** The stops told a second time, by their numbers. */
    private final Map<WalkDebugTarget, Long> told = new WeakHashMap<>();
    /** When a person has selected something in a Debug view last. */
    private long chosen = System.nanoTime();

    /** @param heard when it was told first */
    private record Stop(long generation, long heard) {
    }

    private StopSelection() {
    }

    /** Watches all machines from now on; once is enough. */
    public static void start() {
        DebugPlugin.getDefault().addDebugEventListener(ALL);
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> display.addFilter(SWT.Selection, ALL::noteChoice));
    }

    @Override
    public void handleDebugEvents(DebugEvent[] events) {
        for (DebugEvent event : events) {
            WalkDebugTarget target = Adapters.adapt(event.getSource(), WalkDebugTarget.class);
            if (target != null && event.getKind() == DebugEvent.SUSPEND && PlatformUI.isWorkbenchRunning()) {
                Stop stop = new Stop(generation(target), System.nanoTime());
                Display display = PlatformUI.getWorkbench().getDisplay();
                if (!display.isDisposed()) {
                    display.asyncExec(() -> {
                        stops.merge(target, stop, (known, now) -> known.generation() == now.generation() ? known : now);
                        display.timerExec(PATIENCE_MILLIS, () -> look(target));
                    });
                }
            }
        }
    }

    private void noteChoice(Event event) {
        if (event.widget instanceof Tree && Stream.of(PlatformUI.getWorkbench().getWorkbenchWindows())
                .anyMatch(window -> isDebugView(window, event.widget))) {
            chosen = System.nanoTime();
        }
    }

    private static boolean isDebugView(IWorkbenchWindow window, Widget tree) {
        IWorkbenchPage page = window.getActivePage();
        return page != null && page.findView(IDebugUIConstants.ID_DEBUG_VIEW) instanceof IDebugView view
                && view.getViewer() != null && view.getViewer().getControl() == tree;
    }

    private void look(WalkDebugTarget target) {
        Stop stop = stops.get(target);
        StopState state = target.stopState().orElse(null);
        WalkThread thread = target.enteredThread().orElse(null);
        if (stop != null && state != null && thread != null && target.isSuspended() && PlatformUI.isWorkbenchRunning()
                && state.generation() == stop.generation() && isMissed(thread, state, stop)
                && !Long.valueOf(stop.generation()).equals(told.put(target, stop.generation()))) {
            DebugPlugin.getDefault().fireDebugEventSet(
                    new DebugEvent[] {new DebugEvent(thread, DebugEvent.SUSPEND, DebugEvent.CLIENT_REQUEST)});
        }
    }

    /** Whether nothing is selected, or something of this machine that neither is where it stands nor was chosen. */
    private boolean isMissed(WalkThread thread, StopState state, Stop stop) {
        boolean mayMove = state.reason() != StopReason.EDIT && chosen - stop.heard() < 0;
        return Stream.of(PlatformUI.getWorkbench().getWorkbenchWindows()).map(StopSelection::selected)
                .noneMatch(element -> isLive(element) && !(mayMove && isBehind(element, thread)));
    }

    private static Object selected(IWorkbenchWindow window) {
        ISelection selection = DebugUITools.getDebugContextManager().getContextService(window).getActiveContext();
        return selection instanceof IStructuredSelection structured ? structured.getFirstElement() : null;
    }

    private static boolean isBehind(Object element, WalkThread thread) {
        return Adapters.adapt(element, ILaunch.class) == thread.getLaunch()
                && !element.equals(thread.getTopStackFrame());
    }

    /** Whether something has not ended, of whatever debugger. */
    private static boolean isLive(Object element) {
        ILaunch launch = Adapters.adapt(element, ILaunch.class);
        ITerminate ending = element instanceof ITerminate own ? own : launch;
        return element != null && (ending == null || !ending.isTerminated());
    }

    private static long generation(WalkDebugTarget target) {
        return target.stopState().map(StopState::generation).orElse(-1L);
    }
}
