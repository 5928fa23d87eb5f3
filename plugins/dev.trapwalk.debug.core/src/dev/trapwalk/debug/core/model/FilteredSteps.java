package dev.trapwalk.debug.core.model;

import dev.trapwalk.debug.core.command.StepFilters;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.state.PassedPoint;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.state.StopState;

/**
 * Steps through what the step filters name: a step that ends in such a function is followed by another one of its kind,
 * and nobody is told of the stops on the way. Lives on the session's notifier thread.
 */
final class FilteredSteps {

    private final WalkDebugTarget target;
    private Command.Step step;
    private boolean goesOn;

    FilteredSteps(WalkDebugTarget target) {
        this.target = target;
    }

    /** Notes what the machine moves for. */
    void resumed(Command<?> command) {
        step = command instanceof Command.Step filtered ? filtered : null;
    }

    /** Whether the machine moves on because of a filter, and not because anybody asked. */
    boolean goesOn() {
        boolean now = goesOn;
        goesOn = false;
        return now;
    }

    /** Steps on if the machine stands where steps go through; a breakpoint there stops all the same. */
    boolean passThrough(StopState stop) {
        if (step == null || stop.reason() != StopReason.STEP || !target.isStepFiltersEnabled()
                || !stop.point().map(PassedPoint::point).filter(StepFilters.current()::matches).isPresent()) {
            return false;
        }
        goesOn = true;
        target.session().submit(step);
        return true;
    }
}
