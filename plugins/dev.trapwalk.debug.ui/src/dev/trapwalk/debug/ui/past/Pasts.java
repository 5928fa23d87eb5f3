package dev.trapwalk.debug.ui.past;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.state.StopState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Predicate;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.core.model.IDebugTarget;

/**
 * The pasts of all sessions there are, the one that stopped last first. Follows the sessions only while somebody
 * listens; listeners are called on any thread and return at once.
 */
public final class Pasts implements IDebugEventSetListener {

    private static final Pasts INSTANCE = new Pasts();

    private final CopyOnWriteArraySet<Runnable> listeners = new CopyOnWriteArraySet<>();
    private final Deque<PastOfTarget> pasts = new ArrayDeque<>();

    private Pasts() {
    }

    /** The only one. */
    public static Pasts get() {
        return INSTANCE;
    }

    /** Adds who is told when a past has changed. */
    public synchronized void addListener(Runnable listener) {
        if (listeners.isEmpty()) {
            DebugPlugin.getDefault().addDebugEventListener(this);
            for (IDebugTarget target : DebugPlugin.getDefault().getLaunchManager().getDebugTargets()) {
                if (target instanceof WalkDebugTarget walk && !walk.isTerminated()) {
                    walk.stopState().ifPresent(state -> stopped(walk, state));
                }
            }
        }
        listeners.add(listener);
    }

    /** Removes a listener; with the last one all that is known is given up. */
    public synchronized void removeListener(Runnable listener) {
        listeners.remove(listener);
        if (listeners.isEmpty()) {
            DebugPlugin.getDefault().removeDebugEventListener(this);
            pasts.clear();
        }
    }

    /** The past of the session on a scenario that stopped last. */
    public Optional<Past> of(IFile scenario) {
        return first(past -> past.target().scenario().equals(scenario));
    }

    /** The session on a scenario that stopped last. */
    public synchronized Optional<WalkDebugTarget> target(IFile scenario) {
        return pasts.stream().map(PastOfTarget::target).filter(target -> target.scenario().equals(scenario))
                .findFirst();
    }

    /** The session that stopped last. */
    public synchronized Optional<WalkDebugTarget> latestTarget() {
        return pasts.stream().map(PastOfTarget::target).findFirst();
    }

    /** The past of the session that stopped last. */
    public Optional<Past> latest() {
        return first(past -> true);
    }

    private synchronized Optional<Past> first(Predicate<PastOfTarget> wanted) {
        return pasts.stream().filter(wanted).findFirst().flatMap(PastOfTarget::past);
    }

    @Override
    public void handleDebugEvents(DebugEvent[] events) {
        for (DebugEvent event : events) {
            WalkDebugTarget target = Adapters.adapt(event.getSource(), WalkDebugTarget.class);
            if (target != null && event.getKind() == DebugEvent.SUSPEND && !event.isEvaluation()) {
                target.stopState().ifPresent(state -> stopped(target, state));
            } else if (target != null && event.getKind() == DebugEvent.TERMINATE) {
                ended(target);
            }
        }
    }

    private synchronized void stopped(WalkDebugTarget target, StopState state) {
        PastOfTarget past = pasts.stream().filter(known -> known.target() == target).findFirst()
                .orElseGet(() -> new PastOfTarget(target, this::changed));
        pasts.remove(past);
        pasts.addFirst(past);
        past.stopped(state);
    }

    private synchronized void ended(WalkDebugTarget target) {
        if (pasts.removeIf(past -> past.target() == target)) {
            changed();
        }
    }

    /** Tells everybody that something else is to be shown. */
    void changed() {
        listeners.forEach(Runnable::run);
    }
}
