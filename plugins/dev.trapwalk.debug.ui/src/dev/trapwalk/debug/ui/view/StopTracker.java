package dev.trapwalk.debug.ui.view;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkStackFrame;
import dev.trapwalk.debug.core.model.WalkThread;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchesListener;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.contexts.DebugContextEvent;
import org.eclipse.debug.ui.contexts.IDebugContextListener;
import org.eclipse.debug.ui.contexts.IDebugContextService;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;

/**
 * Tells a part when the machine it shows has stopped elsewhere, or is another one. Any number of reasons between two
 * redraws give one redraw; a part that cannot be seen is told when it can be. That launches were removed is told at
 * once to all: who cannot be seen, perhaps for months, shall not hold their machines in memory until then.
 */
final class StopTracker implements IDebugContextListener, IDebugEventSetListener, ILaunchesListener, IPartListener2 {

    private final IWorkbenchPart part;
    private final Runnable redraw;
    private final Consumer<Collection<ILaunch>> removed;
    private final boolean atOnce;
    private final Display display;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile boolean disposed;
    private WalkDebugTarget target;
    private WalkThread thread;

    /**
     * @param removed told of launches that were removed
     * @param atOnce whether to tell of a stop before the others draw what it has changed
     */
    StopTracker(IWorkbenchPart part, Runnable redraw, Consumer<Collection<ILaunch>> removed, boolean atOnce) {
        this.part = part;
        this.redraw = redraw;
        this.removed = removed;
        this.atOnce = atOnce;
        this.display = part.getSite().getShell().getDisplay();
        contexts().addDebugContextListener(this);
        DebugPlugin.getDefault().addDebugEventListener(this);
        DebugPlugin.getDefault().getLaunchManager().addLaunchListener(this);
        part.getSite().getPage().addPartListener(this);
        follow(contexts().getActiveContext());
    }

    void dispose() {
        disposed = true;
        contexts().removeDebugContextListener(this);
        DebugPlugin.getDefault().removeDebugEventListener(this);
        DebugPlugin.getDefault().getLaunchManager().removeLaunchListener(this);
        part.getSite().getPage().removePartListener(this);
    }

    /** The machine to show: the one selected last in the Debug view, or else one that is there. */
    Optional<WalkDebugTarget> target() {
        if (target != null && target.getLaunch() != null
                && Arrays.asList(DebugPlugin.getDefault().getLaunchManager().getDebugTargets()).contains(target)) {
            return Optional.of(target);
        }
        for (IDebugTarget any : DebugPlugin.getDefault().getLaunchManager().getDebugTargets()) {
            if (any instanceof WalkDebugTarget walk) {
                return Optional.of(walk);
            }
        }
        return Optional.empty();
    }

    /** The thread that is selected in the Debug view; none if its machine itself is. */
    Optional<WalkThread> thread() {
        return Optional.ofNullable(thread);
    }

    /** Draws soon, once. */
    void redrawSoon() {
        if (!disposed && waiting.compareAndSet(false, true)) {
            Runnable tell = () -> {
                waiting.set(false);
                if (!disposed && part.getSite().getPage().isPartVisible(part)) {
                    redraw.run();
                }
            };
            if (atOnce) {
                display.asyncExec(tell);
            } else {
                Together.soon(display, tell);
            }
        }
    }

    private IDebugContextService contexts() {
        return DebugUITools.getDebugContextManager().getContextService(part.getSite().getWorkbenchWindow());
    }

    private void follow(ISelection selection) {
        Object element = selection instanceof IStructuredSelection structured ? structured.getFirstElement() : null;
        WalkDebugTarget selected = Adapters.adapt(element, WalkDebugTarget.class);
        if (selected != null) {
            target = selected;
            thread = element instanceof WalkStackFrame frame ? frame.getThread()
                    : element instanceof WalkThread selectedThread ? selectedThread : null;
            redrawSoon();
        }
    }

    @Override
    public void debugContextChanged(DebugContextEvent event) {
        follow(event.getContext());
    }

    @Override
    public void handleDebugEvents(DebugEvent[] events) {
        for (DebugEvent event : events) {
            if (event.getKind() != DebugEvent.RESUME
                    && Adapters.adapt(event.getSource(), WalkDebugTarget.class) != null) {
                redrawSoon();
            }
        }
    }

    @Override
    public void launchesRemoved(ILaunch[] launches) {
        display.asyncExec(() -> {
            if (!disposed) {
                Collection<ILaunch> gone = Arrays.asList(launches);
                if (target != null && gone.contains(target.getLaunch())) {
                    target = null;
                    thread = null;
                }
                removed.accept(gone);
                redrawSoon();
            }
        });
    }

    @Override
    public void launchesAdded(ILaunch[] launches) {
        // Their machines are shown when they stop.
    }

    @Override
    public void launchesChanged(ILaunch[] launches) {
        // Their machines tell of themselves.
    }

    @Override
    public void partVisible(IWorkbenchPartReference shown) {
        if (shown.getPart(false) == part) {
            redrawSoon();
        }
    }
}
