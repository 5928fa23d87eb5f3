package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.CapdlPackage.Literals;
import dev.trapwalk.lang.capdl.ListValue;
import dev.trapwalk.lang.capdl.NumberValue;
import dev.trapwalk.lang.capdl.ObjectEntry;
import dev.trapwalk.lang.capdl.ObjectParam;
import dev.trapwalk.lang.capdl.WordValue;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.ModelProblem;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.Param;
import dev.trapwalk.lang.model.ParamKey;
import java.util.Map;
import org.eclipse.xtext.nodemodel.INode;

/** E26: spellings of objects that are understood here and that the capDL tool rejects. */
final class Compatibility implements Check {
    private static final Map<String, String> UNITS = Map.of("bit", "bits", "K", "k", "m", "M");

    @Override
    public String id() {
        return "E26";
    }

    @Override
    public void check(CheckContext context) {
        for (ObjectDecl decl : context.model().objects()) {
            for (Param param : decl.params()) {
                param(context, param.source());
            }
        }
        context.model().problems().stream().filter(problem -> problem.kind() == ModelProblem.Kind.REDECLARED_UNTYPED
                || problem.kind() == ModelProblem.Kind.DUPLICATE_OBJECT).forEach(problem -> again(context, problem));
    }

    /** Parameters that count for nothing, but that the tool must be able to read. */
    private static void again(CheckContext context, ModelProblem problem) {
        if (problem.at().eContainer() instanceof ObjectEntry entry && entry.getObject() != null) {
            entry.getObject().getParams().forEach(param -> param(context, param));
            Param.of(entry.getObject().getParams()).stream()
                    .filter(param -> param.key() == ParamKey.UNKNOWN && !isLegacyPorts(param.source())
                            && !"elf".equals(param.source().getKey()))
                    .forEach(param -> context.error(param.source(), null, "E26.unknownParam",
                            context.node(param.source(), null).getText().strip()));
        }
    }

    /** {@code 64k ports}, as files had it before 2020. */
    static boolean isLegacyPorts(ObjectParam param) {
        return "ports".equals(param.getLegacy());
    }

    private static void param(CheckContext context, ObjectParam param) {
        if (param.getUnit() != null) {
            unit(context, param);
        }
        if (param.getValue() instanceof NumberValue number) {
            if (number.isNegative()) {
                context.report(Severity.ERROR, number, null, Fix.NONE, "E26.negative");
            }
            if (number.getUnit() != null && number.getNumber() != null) {
                INode node = context.node(number, null);
                context.report(Severity.WARNING, node, Fix.replace(number.getNumber().toString()), "E26.valueUnit",
                        number.getUnit());
            }
        } else if (param.getValue() instanceof WordValue word && "elf".equals(param.getKey())) {
            context.report(Severity.WARNING, param, null, Fix.remove(), "E26.elf", word.getWord());
        } else if (param.getValue() instanceof ListValue list && !list.getItems().isEmpty()) {
            FillEntries.check(context, list);
            comma(context, list);
        }
    }

    /** {@code [1, 2,]}. */
    private static void comma(CheckContext context, ListValue list) {
        if (list.isTrailing()) {
            context.report(Severity.WARNING, list, Literals.LIST_VALUE__TRAILING, Fix.remove(), "E26.trailingComma");
        }
    }

    private static void unit(CheckContext context, ObjectParam param) {
        if (isLegacyPorts(param)) {
            context.report(Severity.WARNING, param, null, Fix.replace("ports: [0 .. 0xffff]"), "E26.ports");
        } else if (UNITS.containsKey(param.getUnit())) {
            context.report(Severity.WARNING, param, Literals.OBJECT_PARAM__UNIT,
                    Fix.replace(UNITS.get(param.getUnit())),
                    "E26.unit", param.getUnit(), UNITS.get(param.getUnit()));
        } else if (param.getUnit().equalsIgnoreCase("g")) {
            String megabytes = param.getNumber().shiftLeft(10) + "M";
            context.report(Severity.WARNING, param, null, Fix.replace(megabytes), "E26.giga", megabytes);
        }
    }
}
