package dev.trapwalk.engine.session.state;

import dev.trapwalk.engine.session.Mark;

/**
 * What of a session's time is known at a stop.
 *
 * @param branch name of the branch that the machine is on; {@code main} at first
 * @param oldest earliest mark that can be gone back to
 * @param furthest latest mark of this branch that the machine has been at
 * @param historyBytes memory that the history takes
 */
public record TimeRange(String branch, Mark oldest, Mark furthest, long historyBytes) {

    /** Whether there is anything to go back to from a mark. */
    public boolean canGoBack(Mark from) {
        return oldest.isBefore(from);
    }

    /** Whether a mark lies in the past: the machine has been further. */
    public boolean isPast(Mark mark) {
        return mark.isBefore(furthest);
    }
}
