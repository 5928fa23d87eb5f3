package dev.trapwalk.debug.ui.travel;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.state.TimeRange;
import java.util.Optional;

/**
 * Where in time a session stands, in words.
 *
 * @param brief for the status line
 * @param full for the tooltip: how far back, what that takes, what was dropped
 * @param isPast whether the machine has been further
 * @param noWayBack why nothing can be taken back; empty if it can
 */
public record TimeText(String brief, String full, boolean isPast, Optional<String> noWayBack) {

    private static final String MAIN = "main"; //$NON-NLS-1$

    /** @param budget of the history in bytes; 0 = no going back */
    public static TimeText of(WalkDebugTarget target, long budget) {
        Optional<StopState> state = target.stopState();
        if (state.isEmpty()) {
            return new TimeText(Messages.booting, Messages.booting, false, Optional.of(Messages.booting));
        }
        if (!target.isSuspended()) {
            return new TimeText(Messages.running, Messages.running, false, Optional.of(Messages.running));
        }
        Mark mark = state.get().mark();
        TimeRange time = state.get().time();
        boolean past = time.isPast(mark);
        String where = past ? Messages.bind(Messages.past, mark, time.furthest()) : Messages.bind(Messages.live, mark);
        String branch = time.branch().equals(MAIN) ? "" //$NON-NLS-1$
                : "   " + Messages.bind(Messages.branch, time.branch()); //$NON-NLS-1$
        boolean dropped = Mark.START.isBefore(time.oldest());
        String back = dropped ? Messages.bind(Messages.dropped, time.oldest()) : Messages.toTheStart;
        String used = Messages.bind(Messages.used, bytes(time.historyBytes()), bytes(budget));
        return new TimeText(where + branch + "   " + bytes(time.historyBytes()), //$NON-NLS-1$
                String.join("\n", where + branch, back, used, Messages.clickToGo), past, //$NON-NLS-1$
                time.canGoBack(mark) ? Optional.empty() : Optional.of(budget == 0 ? Messages.noHistory
                        : dropped ? Messages.bind(Messages.dropped, time.oldest()) : Messages.atTheStart));
    }

    private static String bytes(long count) {
        return count < 1 << 10 ? Messages.bind(Messages.bytes, count)
                : count < 1 << 20 ? Messages.bind(Messages.kibibytes, count >> 10)
                        : Messages.bind(Messages.mebibytes, count >> 20);
    }
}
