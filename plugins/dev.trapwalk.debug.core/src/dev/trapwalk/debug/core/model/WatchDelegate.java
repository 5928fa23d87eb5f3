package dev.trapwalk.debug.core.model;

import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IDebugElement;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IWatchExpressionDelegate;
import org.eclipse.debug.core.model.IWatchExpressionListener;
import org.eclipse.debug.core.model.IWatchExpressionResult;

/** Values of the Expressions view, in the language of breakpoint conditions. */
public final class WatchDelegate implements IWatchExpressionDelegate {

    @Override
    public void evaluateExpression(String expression, IDebugElement context, IWatchExpressionListener listener) {
        listener.watchEvaluationFinished(evaluate(expression, context));
    }

    private static IWatchExpressionResult evaluate(String expression, IDebugElement context) {
        WalkStackFrame frame = context instanceof WalkStackFrame selected ? selected
                : context instanceof WalkThread thread ? thread.getTopStackFrame() : null;
        try {
            if (frame == null) {
                throw WalkElement.failure(Messages.notStopped);
            }
            return new Result(expression, Expressions.value(frame, expression), null);
        } catch (DebugException wrong) {
            return new Result(expression, null, wrong);
        }
    }

    private record Result(String expression, IValue value, DebugException failure) implements IWatchExpressionResult {

        @Override
        public IValue getValue() {
            return value;
        }

        @Override
        public boolean hasErrors() {
            return failure != null;
        }

        @Override
        public String[] getErrorMessages() {
            return failure == null ? new String[0] : new String[] {failure.getStatus().getMessage()};
        }

        @Override
        public String getExpressionText() {
            return expression;
        }

        @Override
        public DebugException getException() {
            return failure;
        }
    }
}
