package dev.trapwalk.engine.session.expression;

import java.util.OptionalLong;

import dev.trapwalk.engine.session.Messages;

/** Unary and binary operators; numbers are unsigned 64-bit words. */
final class Operators {

    private Operators() {
    }

    /** The word of a node, which must have one. */
    static LongFn wordOf(Node node) {
        if (node.type() == null) {
            throw new ExpressionException(node.column(), Messages.get("expression.noSuchName", node.name()));
        }
        if (!node.type().isWord()) {
            throw new ExpressionException(node.column(), Messages.get("expression.textNotWord"));
        }
        return node.word();
    }

    /** The truth of a node: a truth value, or a number that is not 0. */
    static LongFn truthOf(Node node) {
        LongFn word = wordOf(node);
        if (node.type() == Type.BOOLEAN) {
            return word;
        }
        throw new ExpressionException(node.column(), Messages.get("expression.notTruth"));
    }

    static Node unary(Token sign, Node operand) {
        int column = sign.column();
        if (sign.is("!")) {
            LongFn truth = truthOf(operand);
            return Node.word(Type.BOOLEAN, column, env -> truth.eval(env) == 0 ? 1 : 0);
        }
        LongFn word = wordOf(operand);
        return sign.is("-") ? Node.word(Type.NUMBER, column, env -> -word.eval(env))
                : Node.word(Type.NUMBER, column, env -> ~word.eval(env));
    }

    static Node binary(Token sign, Node left, Node right) {
        return switch (sign.text()) {
            case "&&", "||" -> logical(sign, truthOf(left), truthOf(right));
            case "==", "!=", "<", ">", "<=", ">=" -> comparison(sign, left, right);
            default -> arithmetic(sign, wordOf(left), wordOf(right));
        };
    }

    private static Node logical(Token sign, LongFn a, LongFn b) {
        return sign.is("&&") ? Node.word(Type.BOOLEAN, sign.column(), env -> a.eval(env) != 0 && b.eval(env) != 0
                ? 1 : 0)
                : Node.word(Type.BOOLEAN, sign.column(), env -> a.eval(env) != 0 || b.eval(env) != 0 ? 1 : 0);
    }

    private static Node comparison(Token sign, Node first, Node second) {
        Node left = constant(first, second);
        Node right = constant(second, first);
        checkComparable(sign, left, right);
        if (left.type() == Type.TEXT) {
            TextFn a = left.text();
            TextFn b = right.text();
            boolean equal = sign.is("==");
            return Node.word(Type.BOOLEAN, sign.column(), env -> a.eval(env).equals(b.eval(env)) == equal ? 1 : 0);
        }
        LongFn a = wordOf(left);
        LongFn b = wordOf(right);
        return Node.word(Type.BOOLEAN, sign.column(), switch (sign.text()) {
            case "==" -> env -> a.eval(env) == b.eval(env) ? 1 : 0;
            case "!=" -> env -> a.eval(env) != b.eval(env) ? 1 : 0;
            case "<" -> env -> Long.compareUnsigned(a.eval(env), b.eval(env)) < 0 ? 1 : 0;
            case ">" -> env -> Long.compareUnsigned(a.eval(env), b.eval(env)) > 0 ? 1 : 0;
            case "<=" -> env -> Long.compareUnsigned(a.eval(env), b.eval(env)) <= 0 ? 1 : 0;
            default -> env -> Long.compareUnsigned(a.eval(env), b.eval(env)) >= 0 ? 1 : 0;
        });
    }

    /** A name next to a value of an enumeration type is one of that type's names. */
    private static Node constant(Node node, Node other) {
        if (node.name() == null || node.type() == Type.TEXT || other.type() == null || !other.type().isEnumeration()
                || node.type() == other.type()) {
            return node;
        }
        OptionalLong value = Constants.value(other.type(), node.name());
        if (value.isEmpty() && node.type() == null) {
            throw new ExpressionException(node.column(), Messages.get("expression.noSuchConstant", node.name(),
                    String.join(", ", Constants.names(other.type()))));
        }
        return value.isEmpty() ? node : Node.word(other.type(), node.column(), env -> value.getAsLong());
    }

    private static void checkComparable(Token sign, Node left, Node right) {
        Type a = left.type();
        Type b = right.type();
        wordOrText(left);
        wordOrText(right);
        boolean texts = a == Type.TEXT || b == Type.TEXT;
        boolean order = !sign.is("==") && !sign.is("!=");
        if (texts ? a != b || order : a != b && a != Type.NUMBER && b != Type.NUMBER) {
            throw new ExpressionException(sign.column(), Messages.get("expression.notComparable", word(a), word(b)));
        }
    }

    private static void wordOrText(Node node) {
        if (node.type() != Type.TEXT) {
            wordOf(node);
        }
    }

    private static String word(Type type) {
        return Messages.get("expression.type." + type.name());
    }

    private static Node arithmetic(Token sign, LongFn a, LongFn b) {
        return Node.word(Type.NUMBER, sign.column(), switch (sign.text()) {
            case "+" -> env -> a.eval(env) + b.eval(env);
            case "-" -> env -> a.eval(env) - b.eval(env);
            case "*" -> env -> a.eval(env) * b.eval(env);
            case "/" -> env -> {
                long divisor = b.eval(env);
                return divisor == 0 ? 0 : Long.divideUnsigned(a.eval(env), divisor);
            };
            case "%" -> env -> {
                long divisor = b.eval(env);
                return divisor == 0 ? 0 : Long.remainderUnsigned(a.eval(env), divisor);
            };
            case "<<" -> env -> a.eval(env) << b.eval(env);
            case ">>" -> env -> a.eval(env) >>> b.eval(env);
            case "&" -> env -> a.eval(env) & b.eval(env);
            case "^" -> env -> a.eval(env) ^ b.eval(env);
            default -> env -> a.eval(env) | b.eval(env);
        });
    }
}
