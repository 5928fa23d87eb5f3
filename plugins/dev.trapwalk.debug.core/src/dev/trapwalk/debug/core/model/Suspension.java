package dev.trapwalk.debug.core.model;

import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.ResultCode;
import dev.trapwalk.engine.session.SessionStatus;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Suspends a machine that is shown as running. The session may stand for an instant all the same, at a start that is
 * passed over or between two steps, and refuse: such a wish is kept until the machine runs again.
 */
final class Suspension {

    private final WalkDebugTarget target;
    private final AtomicBoolean kept = new AtomicBoolean();

    Suspension(WalkDebugTarget target) {
        this.target = target;
    }

    void ask() {
        target.session().submit(new Command.Suspend()).thenAccept(result -> {
            if (result.code() == ResultCode.NOT_RUNNING && target.canSuspend()) {
                kept.set(true);
                if (!target.canSuspend()) {
                    // It has come to stand meanwhile: a wish that stayed would stop the next run.
                    forget();
                } else if (target.session().status() != SessionStatus.SUSPENDED) {
                    askAgain();
                }
            }
        });
    }

    /** The machine runs. */
    void askAgain() {
        if (kept.compareAndSet(true, false)) {
            ask();
        }
    }

    /** The machine is shown as suspended: all wishes are fulfilled. */
    void forget() {
        kept.set(false);
    }
}
