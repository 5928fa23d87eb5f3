package dev.trapwalk.engine.session.query;

import java.util.List;
import java.util.Optional;

import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Operand;
import dev.trapwalk.engine.session.expression.Compiler;
import dev.trapwalk.engine.session.expression.Completion;
import dev.trapwalk.engine.session.expression.Env;
import dev.trapwalk.engine.session.expression.Expression;
import dev.trapwalk.engine.session.expression.Scope;
import dev.trapwalk.engine.session.expression.Type;
import dev.trapwalk.engine.session.state.PassedPoint;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.state.Variable;

/**
 * Evaluates expressions on a stop state, in a frame of the thread that stopped. A wrong text throws
 * ExpressionException.
 */
public final class Evaluator {

    private Evaluator() {
    }

    /** The value as people read it. */
    public static String text(StopState stop, int frame, String expression) {
        return compile(stop, frame, expression).text(env(stop));
    }

    /** The value's word. */
    public static long word(StopState stop, int frame, String expression) {
        return compile(stop, frame, expression).word(env(stop));
    }

    /**
     * The value with what is inside it, under the expression as its name; empty for texts and plain numbers, which have
     * nothing inside. It cannot be set itself, what it opens into can.
     */
    public static Optional<Variable> variable(StopState stop, int frame, String expression) {
        Expression compiled = compile(stop, frame, expression);
        return kind(compiled.type()).map(kind ->
                Variable.of(expression, kind, compiled.word(env(stop)), stop.machine()));
    }

    private static Optional<Operand.Kind> kind(Type type) {
        return Optional.ofNullable(switch (type) {
            case THREAD -> Operand.Kind.TCB;
            case SLOT -> Operand.Kind.SLOT;
            case CAP -> Operand.Kind.CAP;
            case ENDPOINT -> Operand.Kind.ENDPOINT;
            case NOTIFICATION -> Operand.Kind.NOTIFICATION;
            case MESSAGE_INFO -> Operand.Kind.MESSAGE_INFO;
            default -> null;
        });
    }

    /** What can be written {@code offset} characters into a text. */
    public static List<String> completions(StopState stop, int frame, String text, int offset) {
        return Completion.propose(scope(stop, frame), text, offset).stream().map(Completion.Proposal::text).toList();
    }

    private static Expression compile(StopState stop, int frame, String expression) {
        return Compiler.expression(scope(stop, frame), expression);
    }

    private static Scope scope(StopState stop, int frame) {
        return Scope.of(stop.machine().objects(), stop.thread().frames().get(frame).variables());
    }

    private static Env env(StopState stop) {
        Env env = new Env(stop.machine(), stop.machine().memory().registerFile());
        env.thread = stop.enteredThread();
        env.outcome = stop.point().filter(passed -> passed.point().kind() != KernelPoint.Kind.RETURN)
                .map(PassedPoint::outcome).orElse(true);
        return env;
    }
}
