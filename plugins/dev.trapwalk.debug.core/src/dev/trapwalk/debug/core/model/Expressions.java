package dev.trapwalk.debug.core.model;

import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IValue;

/**
 * Values of expressions in the language of breakpoint conditions, for watch expressions, hovers and who else asks. They
 * are worked out on the last stop state, need no session and change nothing, so that any thread may ask.
 */
public final class Expressions {

    private Expressions() {
    }

    /**
     * The value of an expression in a frame; it opens into what is inside a thread, a slot, an endpoint ...
     *
     * @throws DebugException with the column and what is wrong there, for a person
     */
    public static IValue value(WalkStackFrame frame, String expression) throws DebugException {
        return new TextValue(frame, Evaluation.text(frame, expression), Evaluation.variable(frame, expression));
    }
}
