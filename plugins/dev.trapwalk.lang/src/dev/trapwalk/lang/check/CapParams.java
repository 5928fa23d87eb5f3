package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.CapParam;
import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.CapParamRules;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.PseudoTarget;
import dev.trapwalk.lang.model.Rights;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * E05, E06, E07: parameters of capabilities that their target does not have. Rights where there are none are E06, badges
 * where there are none E07, everything else E05.
 */
final class CapParams implements Check {
    private static final Set<String> KNOWN = Set.of("masked", "guard", "guard_size", "badge", "core", "reply",
            "master_reply", "asid", "cached", "uncached", "mapping");
    /** Words that exclude each other: for the tool they are one parameter. */
    private static final Map<String, String> EXCLUSIVE = Map.of("uncached", "cached", "master_reply", "reply");
    /** Frame attributes of a proposed dialect; harmless, since x86 frames have no execute right. */
    private static final Set<String> PROPOSED = Set.of("executable", "execute_never");

    @Override
    public String id() {
        return "E05";
    }

    @Override
    public void check(CheckContext context) {
        Set<Mapping> seen = new HashSet<>();
        context.runs((container, run) -> {
            tool(context, run);
            if (!run.source().getParams().isEmpty() && (run.target() != null || run.pseudo() != null) && !run.isCopy()
                    && seen.add(run.source())) {
                check(context, run);
            }
        });
        for (Mapping mapping : CapParamForms.mappings(context)) {
            if (!mapping.getParams().isEmpty() && !seen.contains(mapping) && !context.isBroken(mapping)) {
                mapping.getParams().forEach(param -> form(context, param));
            }
        }
        context.enter(id());
    }

    /** A parameter that counts for nothing: of a copy, or where no object is meant. */
    private static void form(CheckContext context, CapParam param) {
        context.enter("E05");
        String key = key(param);
        if (isUnknown(param, key)) {
            unknown(context, param);
        } else if (!PROPOSED.contains(key)) {
            CapParamForms.check(context, param, key);
        }
    }

    private static boolean isUnknown(CapParam param, String key) {
        return key.isEmpty() || KNOWN.contains(key) && param.getWords().size() > 1;
    }

    /** Capabilities that the tool stumbles over only when it works with them. */
    private static void tool(CheckContext context, CapRun run) {
        context.enter("E26");
        if (run.pseudo() == PseudoTarget.SCHED_CONTROL && !run.isCopy()
                && run.source().getParams().stream().noneMatch(param -> key(param).equals("core"))) {
            context.report(Severity.WARNING, run.source(), CapdlPackage.Literals.MAPPING__REF, Fix.NONE,
                    "E26.incomplete", "core: n");
        } else if (run.target() != null && run.target().is(ObjectType.SMC)) {
            context.report(run.isCopy() ? Severity.WARNING : Severity.INFO, run.source(), null, Fix.NONE, "E26.smc");
        }
    }

    private static void check(CheckContext context, CapRun run) {
        Set<String> given = new HashSet<>();
        for (CapParam param : run.source().getParams()) {
            String key = key(param);
            if (PROPOSED.contains(key)) {
                continue;
            }
            context.enter(key.equals("rights") ? "E06" : key.equals("badge") ? "E07" : "E05");
            if (isUnknown(param, key)) {
                unknown(context, param);
            } else if (!allowed(run, context).contains(key)) {
                refuse(context, run, param, key);
            } else if (!key.equals("rights") && !given.add(EXCLUSIVE.getOrDefault(key, key))) {
                context.report(Severity.ERROR, param, null, Fix.remove(), "E05.capTwice", key);
            } else {
                CapParamForms.check(context, param, key);
            }
        }
    }

    /** The parameter's keyword, {@code rights} for rights, or an empty string when it is neither. */
    static String key(CapParam param) {
        if (param.getWords().isEmpty()) {
            return "";
        }
        String word = param.getWords().get(0);
        if (KNOWN.contains(word) || PROPOSED.contains(word) || word.equals("rights")) {
            return word;
        }
        for (String some : param.getWords()) {
            if (Rights.of(some) <= 0 && Rights.of(some.toUpperCase(Locale.ROOT)) <= 0) {
                return "";
            }
        }
        return "rights";
    }

    /** Parameters that a plain capability to the run's target may have. */
    static Set<String> allowed(CapRun run, CheckContext context) {
        return run.pseudo() != null ? CapParamRules.of(run.pseudo()) : CapParamRules.of(run.target().type());
    }

    private static void unknown(CheckContext context, CapParam param) {
        String text = context.node(param, null).getText().strip();
        if (param.getWords().size() > 1 && param.getWords().stream().allMatch(word -> KNOWN.contains(word)
                || Rights.of(word) > 0)) {
            String separated = String.join(", ", param.getWords());
            context.report(Severity.ERROR, param, null, Fix.replace(separated), "E05.capComma", separated);
            return;
        }
        List<String> similar = param.getWords().isEmpty() ? List.of() : Similar.to(param.getWords().get(0), KNOWN);
        Fix fix = similar.isEmpty() ? Fix.NONE : Fix.replace(similar.toArray(String[]::new));
        context.report(Severity.ERROR, param,
                similar.isEmpty() ? null : CapdlPackage.Literals.CAP_PARAM__WORDS, fix,
                "E05.capUnknown", text);
    }

    private static void refuse(CheckContext context, CapRun run, CapParam param, String key) {
        String target = run.pseudo() != null ? run.pseudo().keyword() : run.target().type().keyword();
        String allowed = allowed(run, context).stream().sorted().collect(Collectors.joining(", "));
        String message = switch (key) {
            case "rights" -> "E06.none";
            case "badge" -> "E07.none";
            case "masked" -> "E05.masked";
            default -> allowed.isEmpty() ? "E05.capNone" : "E05.capNotAllowed";
        };
        context.report(Severity.ERROR, param, null, Fix.remove(), message, target, key, allowed);
    }

    /** The widest badge of an endpoint or notification capability. */
    static int badgeBits(CheckContext context) {
        return context.arch().wordBits() == 64 ? 64 : 28;
    }

    /** Whether {@code value} needs more than {@code bits} bits. */
    static boolean exceeds(BigInteger value, int bits) {
        return value != null && value.bitLength() > bits;
    }
}
