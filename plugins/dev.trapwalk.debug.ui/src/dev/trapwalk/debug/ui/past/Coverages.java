package dev.trapwalk.debug.ui.past;

import dev.trapwalk.engine.session.query.Coverage;
import dev.trapwalk.engine.session.state.StopState;
import java.lang.ref.WeakReference;
import java.util.Optional;

/**
 * Which coverage kernel listings show: that of the session that stopped last, or that of scenarios which somebody has
 * asked for since. Whatever was asked for gives way to the next stop.
 */
public final class Coverages {

    private static volatile Asked asked;

    /** @param at the stop that was the last one then; whoever asked is not to keep its machine alive */
    private record Asked(Covered covered, Optional<WeakReference<StopState>> at) {

        private boolean isNewerThan(Past session) {
            return at.filter(stop -> stop.refersTo(session.state())).isPresent();
        }
    }

    /**
     * A coverage and whose it is.
     *
     * @param of the scenarios that were run, in words; empty: the session
     */
    public record Covered(String of, Coverage coverage) {
    }

    private Coverages() {
    }

    /** What is shown; empty if there is neither a session nor an answer. */
    public static Optional<Covered> now() {
        Asked last = asked;
        Optional<Past> past = Pasts.get().latest();
        return last != null && (past.isEmpty() || last.isNewerThan(past.get())) ? Optional.of(last.covered())
                : past.map(session -> new Covered("", session.coverage())); //$NON-NLS-1$
    }

    /** Shows what was asked for; on any thread. */
    public static void show(Covered covered) {
        asked = new Asked(covered, Pasts.get().latest().map(Past::state).map(WeakReference::new));
        Pasts.get().changed();
    }

    /** Shows that of the session again, if these scenarios' is shown. */
    public static void forget(Covered covered) {
        if (asked != null && asked.covered().equals(covered)) {
            asked = null;
            Pasts.get().changed();
        }
    }
}
