package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.CapBody;
import dev.trapwalk.lang.capdl.CapItem;
import dev.trapwalk.lang.capdl.CapPair;
import dev.trapwalk.lang.capdl.CapParam;
import dev.trapwalk.lang.capdl.CapsSection;
import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.capdl.Orphan;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.Rights;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How the parameters of capabilities are written, whatever they belong to: the tool must be able to read them all. */
final class CapParamForms {
    private static final Set<String> VALUELESS = Set.of("reply", "master_reply", "cached", "uncached");
    private static final Set<String> NUMBERS = Set.of("guard", "guard_size", "badge", "core");

    private CapParamForms() {
    }

    /** Reports a value that {@code param}, whose keyword is {@code key}, cannot have. */
    static void check(CheckContext context, CapParam param, String key) {
        boolean rights = key.equals("rights") && !param.getWords().get(0).equals("rights");
        if (NUMBERS.contains(key) && param.getValue() == null) {
            context.error(param, null, "E05.capValue", key);
        } else if ((VALUELESS.contains(key) || rights)
                && (param.getValue() != null || param.getPair() != null || !param.getRights().isEmpty())) {
            String word = String.join(" ", param.getWords());
            context.report(Severity.ERROR, param, null, Fix.replace(word), "E05.capNoValue", word);
        } else if (key.equals("asid") && (param.getPair() == null || param.getPair().getFirst() == null
                || param.getPair().getSecond() == null)) {
            context.error(param, null, "E05.capAsid");
        } else if (key.equals("mapping") && !isMapping(param.getPair())) {
            context.enter("E18");
            context.error(param, null, "E18.unknown");
        } else if (key.equals("masked")) {
            mask(context, param);
        }
    }

    /** Whether {@code pair} is an object and a slot. */
    static boolean isMapping(CapPair pair) {
        return pair != null && pair.getObject() != null && (pair.getSecond() != null
                || pair.getSlotName() != null && SymbolicSlot.of(pair.getSlotName()) != null);
    }

    private static void mask(CheckContext context, CapParam param) {
        if (param.getRights().isEmpty() || param.getRights().stream().anyMatch(word -> Rights.of(word) <= 0)) {
            String letters = String.join("", param.getRights()).toUpperCase(Locale.ROOT);
            Fix fix = Rights.of(letters) > 0 ? Fix.replace("masked: " + letters) : Fix.NONE;
            context.report(Severity.ERROR, param, null, fix, "E05.capMasked");
        }
    }

    /** All mappings of a file, also those of which nothing becomes. */
    static List<Mapping> mappings(CheckContext context) {
        List<Mapping> mappings = new ArrayList<>();
        for (Section section : context.model().module().getSections()) {
            if (section instanceof CapsSection caps) {
                for (CapItem item : caps.getItems()) {
                    add(item.getBody(), mappings);
                }
            } else if (section instanceof Orphan orphan && orphan.getEntry() != null) {
                add(orphan.getEntry().getCaps(), mappings);
            }
        }
        return mappings;
    }

    private static void add(CapBody body, List<Mapping> mappings) {
        if (body != null) {
            mappings.addAll(body.getMappings());
        }
    }
}
