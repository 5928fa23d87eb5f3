package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.capdl.FillItem;
import dev.trapwalk.lang.capdl.ListItem;
import dev.trapwalk.lang.capdl.ListValue;
import dev.trapwalk.lang.capdl.NumberItem;
import dev.trapwalk.lang.capdl.NumberValue;
import dev.trapwalk.lang.capdl.ObjectEntry;
import dev.trapwalk.lang.capdl.ParamValue;
import dev.trapwalk.lang.capdl.WordValue;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.ModelProblem;
import dev.trapwalk.lang.model.ModelProblem.Kind;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.Param;
import dev.trapwalk.lang.model.ParamKey;
import dev.trapwalk.lang.model.ParamKey.Form;
import java.util.List;

/** E05: values of parameters that are not written as that parameter wants them. */
final class ParamValues implements Check {

    @Override
    public String id() {
        return "E05";
    }

    @Override
    public void check(CheckContext context) {
        for (ObjectDecl decl : context.model().objects()) {
            check(context, decl.params());
        }
        for (ModelProblem problem : context.model().problems()) {
            // These parameters count for nothing, but the tool must be able to read them.
            boolean again = problem.kind() == Kind.REDECLARED_UNTYPED || problem.kind() == Kind.DUPLICATE_OBJECT;
            if (again && problem.at().eContainer() instanceof ObjectEntry entry && entry.getObject() != null) {
                check(context, Param.of(entry.getObject().getParams()));
            }
        }
    }

    private static void check(CheckContext context, List<Param> params) {
        for (Param param : params) {
            if (param.key() != ParamKey.UNKNOWN && param.key().form() != Form.FORM) {
                check(context, param);
            }
        }
    }

    private static void check(CheckContext context, Param param) {
        ParamValue value = param.source().getValue();
        if (value == null) {
            if (!context.errors().any()) {
                context.error(param.source(), null, "E05.noValue", param.key().keyword());
            }
            return;
        }
        boolean fits = switch (param.key().form()) {
            case NUMBER -> value instanceof NumberValue number && !number.isNegative();
            case BOOLEAN -> bool(context, value);
            case TRIGGER -> value instanceof WordValue word
                    && (word.getWord().equals("level") || word.getWord().equals("edge"));
            case LIST -> value instanceof ListValue list && isNumbers(list);
            case FILL -> value instanceof ListValue list && isFill(list);
            case RANGE -> value instanceof ListValue list && list.getItems().size() == 1 && isRange(list.getItems().get(0));
            case FORM -> true;
        };
        if (!fits) {
            context.error(value, null, "E05.value." + param.key().form().name(), param.key().keyword());
        }
    }

    private static boolean isNumbers(ListValue list) {
        for (ListItem item : list.getItems()) {
            if (!(item instanceof NumberItem number) || number.getTo() != null) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFill(ListValue list) {
        for (ListItem item : list.getItems()) {
            if (!(item instanceof FillItem)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRange(ListItem item) {
        return item instanceof NumberItem range && range.getTo() != null;
    }

    /** The tool wants a capital letter; what people write instead is understood. */
    private static boolean bool(CheckContext context, ParamValue value) {
        if (!(value instanceof WordValue word) || !List.of("true", "false").contains(word.getWord().toLowerCase())) {
            return false;
        }
        String right = word.getWord().equalsIgnoreCase("true") ? "True" : "False";
        if (!word.getWord().equals(right)) {
            context.enter("E26");
            context.report(Severity.WARNING, word, CapdlPackage.Literals.WORD_VALUE__WORD, Fix.replace(right),
                    "E26.bool", right);
            context.enter("E05");
        }
        return true;
    }
}
