package dev.trapwalk.debug.ui.past;

import dev.trapwalk.engine.session.query.Coverage;
import dev.trapwalk.engine.session.query.RunLog.Executed;
import dev.trapwalk.engine.session.state.StopState;
import java.util.List;

/**
 * What has happened in a session, as far as it is known.
 *
 * @param state where the machine stands
 * @param from first unit that is known; 0 = all from the start
 * @param all statements executed since, also those that lie in the future of a machine that went back
 * @param coverage of all units since, future ones included, and of the kernel entry under way
 */
public record Past(StopState state, long from, List<Executed> all, Coverage coverage) {

    public Past {
        all = List.copyOf(all);
    }

    /** The statements executed before now. */
    public List<Executed> executed() {
        return all.stream().filter(done -> done.unit() < state.mark().unit()).toList();
    }
}
