package dev.trapwalk.lang.program;

import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.program.Value;
import dev.trapwalk.lang.model.CSpaces;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.Rights;
import dev.trapwalk.lang.walk.Argument;
import dev.trapwalk.lang.walk.Call;
import dev.trapwalk.lang.walk.Expression;
import dev.trapwalk.lang.walk.NameUse;
import dev.trapwalk.lang.walk.StringLiteral;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.emf.ecore.EObject;

/**
 * What a name in a program stands for, in this order: {@code mr[i]}, a variable, a constant of libsel4, the CPtr of an
 * object, the CPtr of a named capability. {@code cptr(...)} picks one of several CPtrs.
 */
final class NameEvaluator {
    private final ThreadNames names;
    private final Scope scope;
    private final Evaluator evaluator;

    NameEvaluator(ThreadNames names, Scope scope, Evaluator evaluator) {
        this.names = names;
        this.scope = scope;
        this.evaluator = evaluator;
    }

    Value value(NameUse use) {
        String name = use.getName();
        if (name.equals("mr") && use.isIndexed()) {
            return messageRegister(use.getIndex());
        }
        if (!use.isIndexed() && scope.isVariable(name)) {
            if (!scope.isReadable(name)) {
                scope.problem("P05.info", use, name);
                return null;
            }
            return new Value.Variable(name);
        }
        int dot = name.indexOf('.');
        if (dot > 0 && scope.structure(name.substring(0, dot)) != null) {
            return field(use, name.substring(0, dot), name.substring(dot + 1));
        }
        Long constant = use.isIndexed() ? null : Constants.value(name);
        if (constant != null) {
            return Value.of(constant);
        }
        CSpaces.Entry entry = entry(use, name, use.isIndexed() ? use.getIndex() : null);
        return entry == null ? null : Value.of(entry.cptr());
    }

    Value messageRegister(Expression index) {
        OptionalLong number = evaluator.constant(index);
        if (number.isEmpty()) {
            return null;
        }
        if (number.getAsLong() < 0 || number.getAsLong() >= MessageInfo.MAX_LENGTH) {
            scope.problem("P05.register", index, number.getAsLong(), MessageInfo.MAX_LENGTH - 1);
            return null;
        }
        return new Value.MessageRegister((int) number.getAsLong());
    }

    /** {@code r.error} is the error, {@code r.paddr} what the reply's message says. */
    private Value field(NameUse use, String variable, String field) {
        if (field.equals("error")) {
            return new Value.Variable(variable);
        }
        int word = 0;
        for (FunctionSpec.ParamSpec param : scope.structure(variable).params()) {
            if (param.place().equals("out")) {
                if (param.name().equals(field)) {
                    return new Value.MessageRegister(word);
                }
                word++;
            }
        }
        scope.problem("P01.field", use, variable, field);
        return null;
    }

    /** {@code cptr(object)}, {@code cptr(cnode, slot)}, {@code cptr(object, badge=1)}, {@code depth(object)}. */
    Value pick(Call call) {
        List<Argument> args = call.getArgs();
        boolean slot = args.size() == 2 && args.get(1).getName() == null;
        if (args.isEmpty() || args.size() > 1 && !slot
                && args.subList(1, args.size()).stream().anyMatch(arg -> arg.getName() == null)) {
            scope.problem("P03.cptr", call);
            return null;
        }
        CSpaces.Entry entry = slot ? inSlot(call, args) : filtered(call, args);
        if (entry == null) {
            return null;
        }
        return Value.of(call.getFunction().equals("depth") ? entry.bits() : entry.cptr());
    }

    private CSpaces.Entry inSlot(Call call, List<Argument> args) {
        ObjectRef node = object(args.get(0).getValue());
        OptionalLong slot = evaluator.constant(args.get(1).getValue());
        if (node == null || slot.isEmpty()) {
            return null;
        }
        CSpaces.Entry entry = names.at(node, slot.getAsLong());
        if (entry == null) {
            scope.problem("P04.slot", call, names.thread(), slot.getAsLong(), node);
        }
        return entry;
    }

    private CSpaces.Entry filtered(Call call, List<Argument> args) {
        ObjectRef object = object(args.get(0).getValue());
        if (object == null) {
            return null;
        }
        List<CSpaces.Entry> found = names.to(object);
        for (Argument filter : args.subList(1, args.size())) {
            found = found.stream().filter(entry -> matches(entry, filter)).toList();
        }
        return single(call, object, found);
    }

    private boolean matches(CSpaces.Entry entry, Argument filter) {
        if (filter.getName().equals("rights") && filter.getValue() instanceof NameUse rights) {
            return entry.run().attributes().rights() == Rights.of(rights.getName());
        }
        if (filter.getName().equals("badge")) {
            OptionalLong badge = evaluator.constant(filter.getValue());
            var held = entry.run().attributes().badge();
            return badge.isPresent() && (held == null ? 0 : held.longValue()) == badge.getAsLong();
        }
        scope.problem("P03.filter", filter, filter.getName());
        return false;
    }

    private ObjectRef object(Expression expression) {
        String name = expression instanceof NameUse use ? use.getName()
                : expression instanceof StringLiteral literal ? literal.getValue() : null;
        if (name == null) {
            scope.problem("P01.object", expression, "?");
            return null;
        }
        long index = ObjectDecl.SCALAR;
        if (expression instanceof NameUse use && use.isIndexed()) {
            index = evaluator.constant(use.getIndex()).orElse(ObjectDecl.SCALAR);
        }
        ObjectRef object = names.object(name, index);
        if (object == null) {
            scope.problem("P01.object", expression, name);
        }
        return object;
    }

    private CSpaces.Entry entry(EObject at, String name, Expression index) {
        OptionalLong element = index == null ? OptionalLong.of(ObjectDecl.SCALAR) : evaluator.constant(index);
        if (element.isEmpty()) {
            return null;
        }
        ObjectRef object = names.object(name, element.getAsLong());
        if (object != null) {
            return single(at, object, names.to(object));
        }
        CSpaces.Entry named = index == null ? names.named(name) : null;
        if (named == null) {
            scope.problem("P01.name", at, name, names.thread());
        }
        return named;
    }

    private CSpaces.Entry single(EObject at, ObjectRef object, List<CSpaces.Entry> found) {
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            ObjectRef root = names.root();
            scope.problem(root == null ? "P04.noCspace" : "P04.notHeld", at, names.thread(), object,
                    root == null ? "" : root);
        } else {
            scope.problem(ProgramProblem.of("P04.ambiguous", at, names.thread(), found.size(), object,
                    ThreadNames.describe(found)).withReplacements(found.stream().limit(4).map(ThreadNames::pick).toList()));
        }
        return null;
    }
}
