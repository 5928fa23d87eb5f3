package dev.trapwalk.lang.program;

import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.program.Value;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.walk.Argument;
import dev.trapwalk.lang.walk.Binary;
import dev.trapwalk.lang.walk.Call;
import dev.trapwalk.lang.walk.Expression;
import dev.trapwalk.lang.walk.NameUse;
import dev.trapwalk.lang.walk.NumberLiteral;
import dev.trapwalk.lang.walk.StringLiteral;
import dev.trapwalk.lang.walk.Unary;
import java.util.List;
import java.util.OptionalLong;

/**
 * What an expression is worth: everything that does not depend on what the program receives is computed here, as C
 * computes with 64-bit unsigned words; the rest must be a single variable or message register.
 */
final class Evaluator {
    private final NameEvaluator names;
    private final Scope scope;

    Evaluator(ThreadNames names, Scope scope) {
        this.scope = scope;
        this.names = new NameEvaluator(names, scope, this);
    }

    /** The value, or null when a problem was noted. */
    Value value(Expression expression) {
        if (expression instanceof NumberLiteral literal) {
            return number(literal);
        } else if (expression instanceof NameUse use) {
            return names.value(use);
        } else if (expression instanceof Call call) {
            return call(call);
        } else if (expression instanceof Unary unary) {
            return unary(unary);
        } else if (expression instanceof Binary binary) {
            return binary(binary);
        } else if (expression instanceof StringLiteral literal) {
            scope.problem("P05.string", literal, literal.getValue());
        }
        return null;
    }

    /** The value of something that must be known before the program runs. */
    OptionalLong constant(Expression expression) {
        Value value = value(expression);
        if (value instanceof Value.Constant constant) {
            return OptionalLong.of(constant.word());
        }
        if (value != null) {
            scope.problem("P05.constant", expression);
        }
        return OptionalLong.empty();
    }

    private Value number(NumberLiteral literal) {
        if (literal.getSuffix() != null && !literal.getSuffix().matches("(?i)u?l{0,2}|l{0,2}u?")) {
            scope.problem("P05.suffix", literal, literal.getSuffix());
            return null;
        }
        if (literal.getValue().bitLength() > 64) {
            scope.problem("P05.range", literal, literal.getValue());
            return null;
        }
        return Value.of(Numbers.word(literal.getValue()));
    }

    private Value unary(Unary unary) {
        if (unary.getOp().equals("&")) {
            scope.problem("P05.address", unary);
            return null;
        }
        OptionalLong operand = constant(unary.getOperand());
        if (operand.isEmpty()) {
            return null;
        }
        long word = operand.getAsLong();
        return Value.of(switch (unary.getOp()) {
            case "-" -> -word;
            case "~" -> ~word;
            default -> word == 0 ? 1 : 0;
        });
    }

    private Value binary(Binary binary) {
        OptionalLong left = constant(binary.getLeft());
        OptionalLong right = constant(binary.getRight());
        if (left.isEmpty() || right.isEmpty()) {
            return null;
        }
        long a = left.getAsLong();
        long b = right.getAsLong();
        if (b == 0 && (binary.getOp().equals("/") || binary.getOp().equals("%"))) {
            scope.problem("P05.zero", binary);
            return null;
        }
        return Value.of(switch (binary.getOp()) {
            case "|" -> a | b;
            case "^" -> a ^ b;
            case "&" -> a & b;
            case "<<" -> Long.compareUnsigned(b, 63) > 0 ? 0 : a << b;
            case ">>" -> Long.compareUnsigned(b, 63) > 0 ? 0 : a >>> b;
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> Long.divideUnsigned(a, b);
            case "%" -> Long.remainderUnsigned(a, b);
            case "==" -> a == b ? 1 : 0;
            case "!=" -> a != b ? 1 : 0;
            case "<" -> Long.compareUnsigned(a, b) < 0 ? 1 : 0;
            case ">" -> Long.compareUnsigned(a, b) > 0 ? 1 : 0;
            case "<=" -> Long.compareUnsigned(a, b) <= 0 ? 1 : 0;
            default -> Long.compareUnsigned(a, b) >= 0 ? 1 : 0;
        });
    }

    private Value call(Call call) {
        List<Argument> args = call.getArgs();
        return switch (call.getFunction()) {
            case "cptr", "depth" -> names.pick(call);
            case "seL4_GetMR" -> words(call, 1) == null ? null : names.messageRegister(args.get(0).getValue());
            case "seL4_MessageInfo_new" -> {
                long[] words = words(call, 4);
                yield words == null ? null : Value.of(MessageInfo.of(words[0], words[1], words[2], words[3]));
            }
            case "seL4_CapRights_new" -> {
                long[] words = words(call, 4);
                yield words == null ? null : Value.of((words[0] & 1) << 3 | (words[1] & 1) << 2 | (words[2] & 1) << 1
                        | words[3] & 1);
            }
            case "seL4_CNode_CapData_new" -> {
                long[] words = words(call, 2);
                yield words == null ? null : Value.of(words[0] << 6 | words[1] & 0x3f);
            }
            default -> {
                unknownOrMisplaced(call);
                yield null;
            }
        };
    }

    private void unknownOrMisplaced(Call call) {
        if (Libsel4.function(call.getFunction()) == null) {
            scope.problem("P02.function", call, call.getFunction());
        } else {
            scope.problem("P02.misplaced", call, call.getFunction());
        }
    }

    /** The constant arguments of a call, or null when a problem was noted. */
    private long[] words(Call call, int count) {
        if (call.getArgs().size() != count) {
            scope.problem("P03.count", call, Libsel4.function(call.getFunction()).prototype(), count,
                    call.getArgs().size());
            return null;
        }
        long[] words = new long[count];
        for (int i = 0; i < count; i++) {
            OptionalLong word = constant(call.getArgs().get(i).getValue());
            if (word.isEmpty()) {
                return null;
            }
            words[i] = word.getAsLong();
        }
        return words;
    }
}
