package dev.trapwalk.lang.program;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.program.SourceRange;
import dev.trapwalk.engine.program.Statement;
import dev.trapwalk.engine.program.Statement.SystemCall;
import dev.trapwalk.engine.program.Statement.SystemCall.Kind;
import dev.trapwalk.engine.program.Value;
import dev.trapwalk.lang.program.FunctionSpec.ParamSpec;
import dev.trapwalk.lang.walk.Argument;
import dev.trapwalk.lang.walk.Call;
import dev.trapwalk.lang.walk.Expression;
import dev.trapwalk.lang.walk.NameUse;
import dev.trapwalk.lang.walk.NumberLiteral;
import dev.trapwalk.lang.walk.Unary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lowers the calls that enter the kernel, placing each argument where libsel4's stub places it. */
final class CallLowering {
    private static final String[] CONTEXT = {"rip", "rsp", "rflags", "rax", "rbx", "rcx", "rdx", "rsi", "rdi", "rbp",
        "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "fs_base", "gs_base"};

    private final Scope scope;
    private final Evaluator evaluator;

    CallLowering(Scope scope, Evaluator evaluator) {
        this.scope = scope;
        this.evaluator = evaluator;
    }

    /** Whether a call has as many arguments as the C prototype; results by pointer may be left out. */
    boolean hasCount(FunctionSpec function, Call call) {
        int inputs = function.inputs().size();
        int given = call.getArgs().size();
        if (given < inputs || given > function.params().size()) {
            scope.problem("P03.count", call, function.prototype(), inputs, given);
            return false;
        }
        for (Argument argument : call.getArgs()) {
            if (argument.getName() != null) {
                scope.problem("P03.named", argument, argument.getName(), function.name());
                return false;
            }
        }
        return true;
    }

    /** A {@code seL4_Object_Method(...)} stub. */
    Statement invocation(SourceRange range, FunctionSpec function, Call call, String result) {
        if (!hasCount(function, call)) {
            return null;
        }
        List<Value> message = new ArrayList<>();
        List<Value> caps = new ArrayList<>();
        Value service = null;
        boolean complete = true;
        List<ParamSpec> inputs = function.inputs();
        for (int i = 0; i < inputs.size(); i++) {
            ParamSpec param = inputs.get(i);
            Expression argument = call.getArgs().get(i).getValue();
            if (param.type().equals("seL4_UserContext")) {
                complete &= context(argument, message);
                continue;
            }
            Value value = evaluator.value(argument);
            complete &= value != null;
            if (value == null) {
                continue;
            } else if (param.place().equals("cptr")) {
                service = value;
            } else if (param.capSlot() >= 0) {
                caps.add(value);
            } else {
                complete &= place(param, value, argument, message);
            }
        }
        for (Argument argument : call.getArgs().subList(inputs.size(), call.getArgs().size())) {
            pointer(argument.getValue());
        }
        String variable = result == null ? Scope.ERROR : result;
        declareResult(function, variable);
        if (!complete) {
            return null;
        }
        long info = MessageInfo.of(label(function), 0, caps.size(), message.size());
        return new SystemCall(range, function.name(), Syscall.CALL.number(), service, Value.of(info), message, caps,
                Map.of(), variable, Kind.INVOCATION);
    }

    private void declareResult(FunctionSpec function, String variable) {
        if (function.params().stream().anyMatch(param -> param.place().equals("out"))) {
            scope.declareStructure(variable, function);
        } else {
            scope.declare(variable);
        }
        scope.lastError(variable);
    }

    private static long label(FunctionSpec function) {
        return Arrays.stream(InvocationLabel.values()).filter(label -> label.label().equals(function.label()))
                .findFirst().orElseThrow().number();
    }

    /** Puts a value into its message word; small ones share a word, as the stub generator packs them. */
    private boolean place(ParamSpec param, Value value, Expression argument, List<Value> message) {
        if (value instanceof Value.Constant constant) {
            if (param.bits() < 64 && constant.word() >>> param.bits() != 0) {
                scope.problem("P05.width", argument, param.name(), param.type(), param.bits());
                return false;
            }
            Value before = param.messageWord() < message.size() ? message.get(param.messageWord()) : Value.of(0);
            Value joined = Value.of(((Value.Constant) before).word() | constant.word() << param.shift());
            set(message, param.messageWord(), joined);
            return true;
        }
        if (param.bits() < 64) {
            scope.problem("P05.constant", argument);
            return false;
        }
        set(message, param.messageWord(), value);
        return true;
    }

    private static void set(List<Value> message, int index, Value value) {
        if (index < message.size()) {
            message.set(index, value);
        } else {
            message.add(value);
        }
    }

    /** {@code seL4_UserContext(rip=..., rsp=...)}: registers that are not named are 0. */
    private boolean context(Expression argument, List<Value> message) {
        Value[] words = new Value[CONTEXT.length];
        Arrays.fill(words, Value.of(0));
        boolean complete = argument instanceof Call call && call.getFunction().equals("seL4_UserContext");
        if (!complete) {
            scope.problem("P03.context", argument);
            return false;
        }
        for (Argument register : ((Call) argument).getArgs()) {
            int index = register.getName() == null ? -1 : Arrays.asList(CONTEXT).indexOf(register.getName());
            Value value = evaluator.value(register.getValue());
            if (index < 0) {
                scope.problem("P03.register", register, String.join(", ", CONTEXT));
            }
            complete &= index >= 0 && value != null;
            if (index >= 0 && value != null) {
                words[index] = value;
            }
        }
        message.addAll(List.of(words));
        return complete;
    }

    /** {@code seL4_Call}, {@code seL4_Recv} and the like. */
    Statement syscall(SourceRange range, FunctionSpec function, Call call, String result) {
        if (!hasCount(function, call)) {
            return null;
        }
        Value cptr = Value.of(0);
        Value info = Value.of(0);
        String badge = null;
        boolean receives = false;
        for (int i = 0; i < function.params().size(); i++) {
            ParamSpec param = function.params().get(i);
            Expression argument = i < call.getArgs().size() ? call.getArgs().get(i).getValue() : null;
            switch (param.place()) {
                case "cptr" -> cptr = evaluator.value(argument);
                case "info" -> info = evaluator.value(argument);
                default -> {
                    receives = true;
                    badge = argument == null ? null : pointer(argument);
                }
            }
        }
        boolean calls = function.label().equals(Syscall.CALL.label());
        if (result != null) {
            scope.declareUnreadable(result);
        }
        if (receives && badge != null) {
            scope.declare(badge);
        }
        if (cptr == null || info == null) {
            return null;
        }
        Kind kind = receives || calls ? Kind.RECEIVE : Kind.SEND;
        String variable = !receives ? null : badge == null ? Scope.BADGE : badge;
        return new SystemCall(range, function.name(), number(function), cptr, info, List.of(), List.of(), Map.of(),
                variable, kind);
    }

    private static long number(FunctionSpec function) {
        return Arrays.stream(Syscall.values()).filter(syscall -> syscall.label().equals(function.label())).findFirst()
                .orElseThrow().number();
    }

    /** {@code &name}, or null for {@code NULL} and {@code 0}. */
    private String pointer(Expression argument) {
        if (argument instanceof Unary unary && unary.getOp().equals("&")
                && unary.getOperand() instanceof NameUse use && !use.isIndexed()) {
            scope.declare(use.getName());
            return use.getName();
        }
        boolean none = argument instanceof NameUse use && use.getName().equals("NULL")
                || argument instanceof NumberLiteral number && number.getValue().signum() == 0;
        if (!none) {
            scope.problem("P05.pointer", argument);
        }
        return null;
    }

    /** {@code syscall(rdx=-42, rdi=ep, ...)}: registers as they are, nothing else. */
    Statement raw(SourceRange range, Call call) {
        Map<Register, Value> registers = new EnumMap<>(Register.class);
        for (Argument argument : call.getArgs()) {
            Register register = argument.getName() == null ? null : register(argument.getName());
            Value value = evaluator.value(argument.getValue());
            if (register == null) {
                scope.problem("P03.rawRegister", argument);
            } else if (value != null) {
                registers.put(register, value);
            }
        }
        Value number = registers.remove(Register.RDX);
        if (!(number instanceof Value.Constant constant)) {
            scope.problem("P03.rawNumber", call);
            return null;
        }
        Value cptr = registers.containsKey(Register.CAP) ? registers.remove(Register.CAP) : Value.of(0);
        Value info = registers.containsKey(Register.MSG_INFO) ? registers.remove(Register.MSG_INFO) : Value.of(0);
        return new SystemCall(range, "syscall", constant.word(), cptr, info, List.of(), List.of(), registers, null,
                Kind.RAW);
    }

    /** A register that user code can choose; {@code syscall} itself overwrites rcx and r11. */
    private static Register register(String name) {
        return Arrays.stream(Register.values()).filter(register -> register.name().toLowerCase(Locale.ROOT).equals(name)
                && name.startsWith("r") && !name.equals("rcx") && !name.equals("r11")).findFirst().orElse(null);
    }
}
