package dev.trapwalk.debug.core.model;

import dev.trapwalk.engine.session.StepKind;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IStep;

/** The platform's three step commands, as one with a kind. */
interface Steps extends IStep {

    boolean canStep(StepKind kind);

    void step(StepKind kind) throws DebugException;

    @Override
    default boolean canStepInto() {
        return canStep(StepKind.INTO);
    }

    @Override
    default boolean canStepOver() {
        return canStep(StepKind.OVER);
    }

    @Override
    default boolean canStepReturn() {
        return canStep(StepKind.RETURN);
    }

    @Override
    default void stepInto() throws DebugException {
        step(StepKind.INTO);
    }

    @Override
    default void stepOver() throws DebugException {
        step(StepKind.OVER);
    }

    @Override
    default void stepReturn() throws DebugException {
        step(StepKind.RETURN);
    }
}
