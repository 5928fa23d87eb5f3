package dev.trapwalk.engine.session.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Operand;
import dev.trapwalk.engine.session.state.Variable;
import dev.trapwalk.engine.session.target.ObjectTable;

/**
 * The names an expression can use besides the machine's own: operands of a point, variables of a frame, and the
 * layout's objects.
 */
public final class Scope {

    private final ObjectTable objects;
    private final Map<String, Node> names = new LinkedHashMap<>();

    private Scope(ObjectTable objects) {
        this.objects = objects;
    }

    /** The machine's own names only. */
    public static Scope of(ObjectTable objects) {
        return new Scope(objects);
    }

    /** With the operands that all of these points have in the same place. */
    public static Scope of(ObjectTable objects, List<KernelPoint> points) {
        Scope scope = new Scope(objects);
        for (int i = 0; !points.isEmpty() && i < points.get(0).operands().size(); i++) {
            int index = i;
            Operand operand = points.get(0).operands().get(i);
            if (points.stream().allMatch(point -> point.operands().size() > index
                    && point.operands().get(index).equals(operand))) {
                scope.names.put(operand.name(), Node.word(type(operand.kind()), 0, operand(index)));
            }
        }
        return scope;
    }

    /** With the variables of a frame. */
    public static Scope of(ObjectTable objects, Iterable<Variable> variables) {
        Scope scope = new Scope(objects);
        for (Variable variable : variables) {
            long value = variable.value();
            scope.names.put(variable.name(), Node.word(type(variable.kind()), 0, env -> value));
        }
        return scope;
    }

    ObjectTable objects() {
        return objects;
    }

    Map<String, Node> names() {
        return names;
    }

    private static LongFn operand(int index) {
        return switch (index) {
            case 0 -> env -> env.a;
            case 1 -> env -> env.b;
            case 2 -> env -> env.c;
            default -> env -> env.d;
        };
    }

    /** The type of an operand's values. */
    static Type type(Operand.Kind kind) {
        return switch (kind) {
            case WORD, COUNT, CPTR, RIGHTS -> Type.NUMBER;
            case FLAG -> Type.BOOLEAN;
            case SLOT -> Type.SLOT;
            case TCB -> Type.THREAD;
            case ENDPOINT -> Type.ENDPOINT;
            case NOTIFICATION -> Type.NOTIFICATION;
            case MESSAGE_INFO -> Type.MESSAGE_INFO;
            case CAP -> Type.CAP;
            case LABEL -> Type.LABEL;
            case ERROR -> Type.ERROR;
            case THREAD_STATE -> Type.THREAD_STATE;
            case SYSCALL -> Type.SYSCALL;
        };
    }
}
