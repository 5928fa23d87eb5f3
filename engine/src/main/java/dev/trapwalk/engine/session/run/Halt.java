package dev.trapwalk.engine.session.run;

import java.util.List;

import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.breakpoint.BreakpointHit;
import dev.trapwalk.engine.session.state.StopReason;

/** That and why a move of the machine came to its end. */
record Halt(StopReason reason, Direction direction, String message, List<BreakpointHit> hits) {

    static Halt of(StopReason reason, Direction direction) {
        return new Halt(reason, direction, "", List.of());
    }
}
