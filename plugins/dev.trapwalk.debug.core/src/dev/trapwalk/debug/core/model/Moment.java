package dev.trapwalk.debug.core.model;

import dev.trapwalk.engine.session.inspect.ChangeMarks;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.StopState;
import java.util.Optional;

/**
 * A stop with the ones it is compared with, so that whatever shows changes shows those of one and the same instant.
 *
 * @param now the stop
 * @param before the stop before it
 * @param lastStop the last stop before it that was no step: where a person began to step
 */
public record Moment(StopState now, Optional<StopState> before, Optional<StopState> lastStop) {

    /** The machine. */
    public MachineImage machine() {
        return now.machine();
    }

    /** What is different from the stops before. */
    public ChangeMarks marks() {
        return new ChangeMarks(now.machine(), before.map(StopState::machine).orElse(null),
                lastStop.map(StopState::machine).orElse(null));
    }
}
