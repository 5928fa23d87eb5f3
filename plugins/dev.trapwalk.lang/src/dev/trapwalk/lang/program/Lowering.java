package dev.trapwalk.lang.program;

import dev.trapwalk.engine.program.Program;
import dev.trapwalk.engine.program.SourceRange;
import dev.trapwalk.engine.program.Statement;
import dev.trapwalk.engine.program.Statement.Expect.Relation;
import dev.trapwalk.engine.program.Value;
import dev.trapwalk.lang.walk.Argument;
import dev.trapwalk.lang.walk.Binary;
import dev.trapwalk.lang.walk.Call;
import dev.trapwalk.lang.walk.Expression;
import dev.trapwalk.lang.walk.NameUse;
import dev.trapwalk.lang.tree.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Turns one program into statements of the engine, and notes what cannot be turned. */
public final class Lowering {

    /**
     * A lowered program.
     *
     * @param program the statements that could be lowered
     * @param problems what could not
     */
    public record Result(Program program, List<ProgramProblem> problems) {
    }

    private final List<ProgramProblem> problems = new ArrayList<>();
    private final Scope scope = new Scope(problems);
    private final SourceTree tree;
    private final Evaluator evaluator;
    private final CallLowering calls;

    private Lowering(ThreadNames names) {
        this.tree = names.model().tree();
        this.evaluator = new Evaluator(names, scope);
        this.calls = new CallLowering(scope, evaluator);
    }

    /** Lowers {@code program} for the thread whose names are given. */
    public static Result lower(dev.trapwalk.lang.walk.Program program, ThreadNames names) {
        Lowering lowering = new Lowering(names);
        List<Statement> statements = new ArrayList<>();
        for (dev.trapwalk.lang.walk.Statement statement : program.getStatements()) {
            Statement lowered = lowering.statement(statement);
            if (lowered != null) {
                statements.add(lowered);
            }
        }
        return new Result(new Program(names.thread().toString(), statements), lowering.problems);
    }

    private Statement statement(dev.trapwalk.lang.walk.Statement statement) {
        String name = statement.getName();
        Statement lowered = null;
        if (statement.getValue() instanceof Call call && isStatement(call)) {
            lowered = call(statement, call);
        } else if (statement.getValue() != null && name != null) {
            Value value = evaluator.value(statement.getValue());
            lowered = value == null ? null : new Statement.Assign(range(statement), name, value);
        } else if (statement.getValue() != null) {
            scope.problem("P02.noEffect", statement.getValue());
        }
        if (name != null && !scope.isVariable(name)) {
            scope.declare(name);
        }
        return lowered;
    }

    private static boolean isStatement(Call call) {
        FunctionSpec function = Libsel4.function(call.getFunction());
        return function == null || function.kind() != FunctionSpec.Kind.VALUE;
    }

    private Statement call(dev.trapwalk.lang.walk.Statement statement, Call call) {
        FunctionSpec function = Libsel4.function(call.getFunction());
        if (function == null) {
            scope.problem(NotConfigured.optionOf(call.getFunction())
                    .map(option -> ProgramProblem.of("P02.notConfigured", call, call.getFunction(), option))
                    .orElseGet(() -> ProgramProblem.of("P02.function", call, call.getFunction())));
            return null;
        }
        SourceRange range = range(statement);
        return switch (function.kind()) {
            case INVOCATION -> calls.invocation(range, function, call, statement.getName());
            case SYSCALL -> calls.syscall(range, function, call, statement.getName());
            default -> step(range, function, call, statement.getName());
        };
    }

    private Statement step(SourceRange range, FunctionSpec function, Call call, String result) {
        if (function.name().equals("syscall")) {
            return calls.raw(range, call);
        }
        if (!calls.hasCount(function, call)) {
            return null;
        }
        if (result != null && !function.name().equals("load")) {
            scope.problem("P02.noResult", call, function.name());
        }
        if (function.name().equals("expect")) {
            return expect(range, call.getArgs().get(0).getValue());
        }
        List<Value> values = new ArrayList<>();
        for (Argument argument : call.getArgs()) {
            values.add(evaluator.value(argument.getValue()));
        }
        if (values.contains(null)) {
            return null;
        }
        return switch (function.name()) {
            case "seL4_SetMR" -> {
                OptionalLong index = index(call, 120);
                yield index.isEmpty() ? null
                        : new Statement.SetMessageRegister(range, (int) index.getAsLong(), values.get(1));
            }
            case "seL4_SetCap" -> {
                OptionalLong index = index(call, 3);
                yield index.isEmpty() ? null : new Statement.SetCap(range, (int) index.getAsLong(), values.get(1));
            }
            case "seL4_SetCapReceivePath" ->
                new Statement.SetReceivePath(range, values.get(0), values.get(1), values.get(2));
            case "load" -> new Statement.Load(range, values.get(0), result);
            case "store" -> new Statement.Store(range, values.get(0), values.get(1));
            case "spin" -> {
                OptionalLong time = evaluator.constant(call.getArgs().get(0).getValue());
                yield time.isEmpty() ? null : new Statement.Spin(range, time.getAsLong());
            }
            default -> new Statement.Undefined(range);
        };
    }

    private OptionalLong index(Call call, int limit) {
        Expression at = call.getArgs().get(0).getValue();
        OptionalLong index = evaluator.constant(at);
        if (index.isPresent() && (index.getAsLong() < 0 || index.getAsLong() >= limit)) {
            scope.problem("P05.register", at, index.getAsLong(), limit - 1);
            return OptionalLong.empty();
        }
        return index;
    }

    /** {@code expect(seL4_FailedLookup)} speaks of the last invocation, {@code expect(a == b)} of two words. */
    private Statement expect(SourceRange range, Expression condition) {
        if (condition instanceof NameUse use && !use.isIndexed() && !scope.isVariable(use.getName())
                && use.getName().startsWith("seL4_") && Constants.value(use.getName()) != null) {
            return new Statement.Expect(range, new Value.Variable(scope.lastError()), Relation.EQUAL,
                    Value.of(Constants.value(use.getName())));
        }
        if (condition instanceof Binary binary && relation(binary.getOp()) != null) {
            Value actual = evaluator.value(binary.getLeft());
            Value expected = evaluator.value(binary.getRight());
            return actual == null || expected == null ? null
                    : new Statement.Expect(range, actual, relation(binary.getOp()), expected);
        }
        Value value = evaluator.value(condition);
        return value == null ? null : new Statement.Expect(range, value, Relation.NOT_EQUAL, Value.of(0));
    }

    private static Relation relation(String operator) {
        return Map.of("==", Relation.EQUAL, "!=", Relation.NOT_EQUAL, "<", Relation.LESS, "<=", Relation.LESS_EQUAL,
                ">", Relation.GREATER, ">=", Relation.GREATER_EQUAL).get(operator);
    }

    /** Where a statement stands, without the comments before it. */
    private SourceRange range(dev.trapwalk.lang.walk.Statement statement) {
        INode node = tree.node(statement);
        int start = tree.offset(node);
        int end = tree.end(node);
        String text = NodeModelUtils.getTokenText(node).replaceAll("\\s+", " ");
        return new SourceRange(tree.line(start), tree.column(start), tree.line(end), tree.column(end), text);
    }
}
