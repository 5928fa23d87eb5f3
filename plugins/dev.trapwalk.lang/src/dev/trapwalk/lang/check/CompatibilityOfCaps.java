package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.CapBody;
import dev.trapwalk.lang.capdl.CapItem;
import dev.trapwalk.lang.capdl.CapParam;
import dev.trapwalk.lang.capdl.CapdlPackage.Literals;
import dev.trapwalk.lang.capdl.CapsSection;
import dev.trapwalk.lang.capdl.IrqMapping;
import dev.trapwalk.lang.capdl.IrqSection;
import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.capdl.Orphan;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.Mappings;
import dev.trapwalk.lang.model.Rights;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.util.List;
import java.util.Locale;

/** E26: spellings of capabilities, and comments, that are understood here and that the capDL tool rejects. */
final class CompatibilityOfCaps implements Check {

    @Override
    public String id() {
        return "E26";
    }

    @Override
    public void check(CheckContext context) {
        for (Section section : context.model().module().getSections()) {
            if (section instanceof CapsSection caps) {
                for (CapItem item : caps.getItems()) {
                    body(context, item.getBody());
                    if (item.getSlot() != null && item.getSlot().getCapName() != null) {
                        context.error(item.getSlot(), null, "E26.capName");
                    }
                    if (item.getSlot() != null && item.getContainer() != null && item.getContainer().isIndexed()) {
                        context.report(Severity.WARNING, item.getContainer(), null,
                                Fix.replace(String.valueOf(item.getContainer().getName())), "E26.capNameIndex");
                    }
                }
            } else if (section instanceof Orphan orphan && orphan.getEntry() != null) {
                body(context, orphan.getEntry().getCaps());
            } else if (section instanceof IrqSection irqs) {
                irqs.getMappings().forEach(mapping -> irq(context, mapping));
            }
        }
        Comments.check(context);
    }

    private static void irq(CheckContext context, IrqMapping mapping) {
        if (",".equals(mapping.getSeparator())) {
            context.report(Severity.WARNING, mapping, Literals.IRQ_MAPPING__SEPARATOR, Fix.replace(";"), "E26.comma");
        }
        if (mapping.getIrq() == null && mapping.getIrqName() == null && mapping.getTarget() != null
                && mapping.getTarget().getName() != null && SymbolicSlot.of(mapping.getTarget().getName()) != null) {
            context.report(Severity.WARNING, mapping, Literals.IRQ_MAPPING__TARGET, Fix.NONE, "E26.symbolicTarget",
                    mapping.getTarget().getName());
        }
    }

    private static void body(CheckContext context, CapBody body) {
        if (body != null) {
            for (Mapping mapping : body.getMappings()) {
                mapping(context, mapping);
            }
        }
    }

    private static void mapping(CheckContext context, Mapping mapping) {
        if (",".equals(mapping.getSeparator())) {
            context.report(Severity.WARNING, mapping, Literals.MAPPING__SEPARATOR, Fix.replace(";"), "E26.comma");
        }
        if (mapping.isParenthesised() && mapping.getParams().isEmpty() && !context.errors().any()) {
            context.report(Severity.WARNING, mapping, Literals.MAPPING__PARENTHESISED, Fix.NONE, "E26.emptyParams");
        }
        if (mapping.getParent() != null) {
            CompatibilityOfSections.blank(context, mapping, "-", "child_of", "E26.childOf");
        }
        if (!Mappings.hasSlot(mapping) && !mapping.isCopy() && mapping.getRef() != null
                && mapping.getRef().getName() != null && SymbolicSlot.of(mapping.getRef().getName()) != null) {
            context.report(Severity.WARNING, mapping, Literals.MAPPING__REF, Fix.NONE, "E26.symbolicTarget",
                    mapping.getRef().getName());
        }
        for (CapParam param : mapping.getParams()) {
            rights(context, param);
        }
    }

    private static void rights(CheckContext context, CapParam param) {
        if (param.getWords().isEmpty() || !CapParams.key(param).equals("rights")) {
            if (!param.getWords().isEmpty() && param.getWords().get(0).startsWith("execut")) {
                context.report(Severity.INFO, param, null, Fix.remove(), "E26.proposed", param.getWords().get(0));
            }
            return;
        }
        boolean keyed = param.getWords().get(0).equals("rights");
        List<String> words = keyed ? param.getRights() : param.getWords();
        if (!keyed && areRights(words)) {
            return;
        }
        String letters = String.join("", words).toUpperCase(Locale.ROOT);
        if (Rights.of(letters) < 0) {
            context.error(param, null, "E26.rightsUnknown", String.join(" ", words));
        } else if (keyed) {
            context.report(Severity.WARNING, param, null, Fix.replace(letters), "E26.rightsKey", letters);
        } else {
            context.report(Severity.WARNING, param, null, Fix.replace(letters), "E26.rightsCase", letters);
        }
    }

    private static boolean areRights(List<String> words) {
        for (String word : words) {
            if (Rights.of(word) < 0) {
                return false;
            }
        }
        return true;
    }
}
