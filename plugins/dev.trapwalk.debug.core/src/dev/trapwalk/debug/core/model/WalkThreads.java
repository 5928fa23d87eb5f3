package dev.trapwalk.debug.core.model;

import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.state.ThreadSnapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.debug.core.model.IThread;

/**
 * The threads of a target by the addresses of their TCBs: the same object as long as the TCB lives. What is read is an
 * immutable copy, so that getters never wait.
 */
final class WalkThreads {

    private final WalkDebugTarget target;
    private volatile Map<Long, WalkThread> threads = Map.of();
    private volatile IThread[] inOrder = {};

    WalkThreads(WalkDebugTarget target) {
        this.target = target;
    }

    /** Takes over the threads of a stop. Called on the session's notifier thread only. */
    void update(StopState state) {
        Map<Long, WalkThread> now = new LinkedHashMap<>();
        for (ThreadSnapshot snapshot : state.threads()) {
            WalkThread thread = threads.get(snapshot.tcb());
            if (thread == null) {
                thread = new WalkThread(target, snapshot);
            }
            thread.update(snapshot);
            thread.setStepping(false);
            now.put(snapshot.tcb(), thread);
        }
        threads = now;
        inOrder = now.values().toArray(IThread[]::new);
    }

    void forget() {
        threads = Map.of();
        inOrder = new IThread[0];
    }

    /** In the layout's order. */
    IThread[] all() {
        return inOrder.clone();
    }

    Optional<WalkThread> at(long tcb) {
        return Optional.ofNullable(threads.get(tcb));
    }
}
