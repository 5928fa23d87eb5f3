package dev.trapwalk.debug.core.model;

import dev.trapwalk.engine.session.expression.ExpressionException;
import dev.trapwalk.engine.session.query.Evaluator;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.state.Variable;
import java.util.List;
import java.util.Optional;
import org.eclipse.debug.core.DebugException;

/** Evaluates expressions on the stop state that a frame shows; the running machine is not touched. */
final class Evaluation {

    private Evaluation() {
    }

    static String text(WalkStackFrame frame, String expression) throws DebugException {
        return evaluate(frame, state -> Evaluator.text(state, index(frame, state), expression));
    }

    /** What is inside the value; empty for texts and plain numbers. */
    static Optional<Variable> variable(WalkStackFrame frame, String expression) throws DebugException {
        return evaluate(frame, state -> Evaluator.variable(state, index(frame, state), expression));
    }

    static long word(WalkStackFrame frame, String expression) throws DebugException {
        return evaluate(frame, state -> Evaluator.word(state, index(frame, state), expression));
    }

    /**
     * Names are looked up in this frame if it belongs to the thread that stopped, else in that thread's innermost
     * one.
     */
    private static int index(WalkStackFrame frame, StopState state) {
        List<?> ids = state.thread().frames().stream().map(each -> each.id()).toList();
        return Math.max(0, ids.indexOf(frame.frame().id()));
    }

    private static <T> T evaluate(WalkStackFrame frame, Rule<T> rule) throws DebugException {
        StopState state = frame.state().orElseThrow(() -> WalkElement.failure(Messages.notStopped));
        try {
            return rule.on(state);
        } catch (ExpressionException wrong) {
            throw WalkElement.failure(Messages.bind(Messages.wrongAt, wrong.column(), wrong.getMessage()));
        }
    }

    /** One way to evaluate. */
    private interface Rule<T> {
        T on(StopState state);
    }
}
