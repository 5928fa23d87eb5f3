package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.CapParam;
import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.capdl.IrqMapping;
import dev.trapwalk.lang.capdl.IrqSection;
import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.IrqEntry;
import dev.trapwalk.lang.model.ModelProblem;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.ParamKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.xtext.nodemodel.INode;

/** E22: what the tool reads differently from what one would think. */
final class Traps implements Check {
    /** So many objects fit into no memory. */
    private static final long ENDLESS = 1L << 31;

    @Override
    public String id() {
        return "E22";
    }

    @Override
    public void check(CheckContext context) {
        for (ModelProblem problem : context.model().problems()) {
            problem(context, problem, problem.arguments());
        }
        Set<Mapping> seen = new HashSet<>();
        context.runs((container, run) -> {
            Mapping mapping = run.source();
            if ((mapping.isCopy() && !mapping.getParams().isEmpty()
                    || run.isPositional() && mapping.getParent() != null) && seen.add(mapping)) {
                ignored(context, mapping);
                if (run.isPositional() && mapping.getParent() != null) {
                    context.warning(mapping, CapdlPackage.Literals.MAPPING__PARENT, "E22.childOf", run.slot());
                }
            }
        });
        for (ObjectDecl decl : context.model().objects()) {
            if (decl.is(ObjectType.CNODE) && decl.bits() == 0 && decl.param(ParamKey.BITS) != null) {
                context.warning(decl.param(ParamKey.BITS).source(), null, "E22.cnodeZero", decl.name());
            }
        }
        context.model().objects().forEach(decl -> size(context, decl));
        irqs(context);
        context.numbers().visit(context, Traps::looksOctal, Traps::octal);
    }

    /** The tool makes every single object. */
    private static void size(CheckContext context, ObjectDecl decl) {
        if (decl.count() >= ENDLESS) {
            context.enter("E26");
            context.warning(decl.nameRef(), null, "E26.endless", decl.name());
            context.enter("E22");
        }
    }

    private static void problem(CheckContext context, ModelProblem problem, List<Object> arguments) {
        switch (problem.kind()) {
            case POSITIONAL_WITH_COPY -> context.error(problem.at(), null, "E22.positionalCopy");
            case NAME_ON_POSITIONAL -> context.warning(problem.at(), null, "E22.positionalName", arguments.get(0));
            case NAMED_COPY_OF_ALL -> {
                context.enter("E26");
                context.warning(problem.at(), null, "E26.namedCopy", arguments.get(0));
                context.enter("E22");
            }
            case COPY_OF_BOTH -> {
                context.enter("E26");
                context.warning(problem.at(), null, "E26.copyOfBoth", arguments.get(0));
                context.enter("E22");
            }
            case NAME_OF_SEVERAL -> {
                context.enter(NameUse.isThere(context.model().module().getSections()) ? "E26" : "E22");
                context.warning(problem.at(), null, "E22.nameOfSeveral", arguments.get(0));
                context.enter("E22");
            }
            case EMPTY_ARRAY -> context.error(problem.at(), null, "E22.emptyArray", arguments.get(0));
            case ARRAY_FORM -> context.error(problem.at(), null, "E22.arrayForm", arguments.get(0));
            case REDECLARED_UNTYPED -> context.warning(problem.at(), null, "E22.redeclared", arguments.get(0));
            case SECOND_BODY -> context.error(problem.at(), null, "E22.secondBody", arguments.get(0), arguments.get(1));
            default -> {
                // Other problems belong to other checks.
            }
        }
    }

    private static void ignored(CheckContext context, Mapping mapping) {
        for (CapParam param : mapping.getParams()) {
            if (mapping.isCopy() && !CapParams.key(param).equals("masked")) {
                context.report(Severity.WARNING, param, null, Fix.remove(), "E22.copyParam",
                        context.node(param, null).getText().strip());
            }
        }
    }

    private static void irqs(CheckContext context) {
        for (Section section : context.model().module().getSections()) {
            if (section instanceof IrqSection irqs) {
                for (IrqMapping mapping : irqs.getMappings()) {
                    if (mapping.getIrq() == null && mapping.getIrqName() == null) {
                        positional(context, mapping);
                    }
                }
            }
        }
    }

    private static void positional(CheckContext context, IrqMapping mapping) {
        for (IrqEntry entry : context.model().irqs()) {
            if (entry.source() == mapping) {
                INode node = context.node(mapping, null);
                context.report(Severity.WARNING, node, Fix.insert(context.tree().offset(node), entry.irq() + ": "), "E22.irq",
                        entry.irq());
                return;
            }
        }
    }

    /** {@code 010}: octal in C, ten here. One digit means the same in both. */
    private static boolean looksOctal(String text) {
        return text.charAt(0) == '0' && Character.isDigit(text.charAt(1)) && text.length() - leadingZeros(text) > 1;
    }

    private static void octal(CheckContext context, INode node, String text) {
        String plain = text.substring(leadingZeros(text));
        context.report(Severity.WARNING, node, Fix.replace(plain, "0o" + plain), "E22.octal", text, plain);
    }

    private static int leadingZeros(String text) {
        int zeros = 0;
        while (zeros < text.length() - 1 && text.charAt(zeros) == '0') {
            zeros++;
        }
        return zeros;
    }
}
