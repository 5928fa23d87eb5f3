package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.capdl.NameRef;
import dev.trapwalk.lang.capdl.ObjectEntry;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.Holders;
import dev.trapwalk.lang.model.ModelProblem;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.Param;
import dev.trapwalk.lang.model.ParamKey;
import dev.trapwalk.lang.model.ParamRules;
import dev.trapwalk.lang.model.SlotRules;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** E05: types and parameters of objects that do not exist, are not allowed, or are missing. */
final class ObjectParams implements Check {
    /** Names that older files and libsel4 use. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(Map.entry("endpoint", "ep"),
            Map.entry("untyped", "ut"), Map.entry("page_directory", "pd"), Map.entry("page_table", "pt"),
            Map.entry("aep", "notification"), Map.entry("async_ep", "notification"), Map.entry("ntfn", "notification"),
            Map.entry("thread", "tcb"), Map.entry("captable", "cnode"), Map.entry("page", "frame"),
            Map.entry("ioport", "io_ports"), Map.entry("sched_context", "sc"), Map.entry("reply", "rtreply"));
    /** Parameters that the tool only counts: whichever of them are given, and how often. */
    private static final List<Set<ParamKey>> COUNTED = List.of(
            EnumSet.of(ParamKey.ADDR, ParamKey.IP, ParamKey.SP, ParamKey.PRIO, ParamKey.MAX_PRIO, ParamKey.AFFINITY,
                    ParamKey.RESUME, ParamKey.FPU_DISABLED),
            EnumSet.of(ParamKey.PERIOD, ParamKey.BUDGET, ParamKey.DATA),
            EnumSet.of(ParamKey.IOAPIC_NUM, ParamKey.IOAPIC_PIN, ParamKey.IOAPIC_LEVEL, ParamKey.IOAPIC_POLARITY),
            EnumSet.of(ParamKey.MSI_HANDLE, ParamKey.MSI_PCI_BUS, ParamKey.MSI_PCI_DEV, ParamKey.MSI_PCI_FUN),
            EnumSet.of(ParamKey.TRIGGER, ParamKey.TARGET));

    @Override
    public String id() {
        return "E05";
    }

    @Override
    public void check(CheckContext context) {
        for (ObjectDecl decl : context.model().objects()) {
            if (decl.definition() != null && !context.isBroken(decl.definition())) {
                check(context, decl);
            }
        }
        for (ModelProblem problem : context.model().problems()) {
            switch (problem.kind()) {
                case BODY_NOT_UNTYPED -> context.error(problem.at(), CapdlPackage.Literals.OBJECT_DEF__BODY,
                        "E05.body", problem.arguments().get(0));
                case REDECLARED_UNTYPED -> again(context, problem);
                case BODY_OF_ARRAY -> context.error(problem.at(), CapdlPackage.Literals.OBJECT_DEF__BODY,
                        "E05.bodyOfArray", problem.arguments().get(0));
                default -> {
                    // Other problems belong to other checks.
                }
            }
        }
    }

    /** The tool does not look at these parameters, but it must be able to read them. */
    private static void again(CheckContext context, ModelProblem problem) {
        if (problem.at().eContainer() instanceof ObjectEntry entry && entry.getObject() != null) {
            ObjectDecl decl = new ObjectDecl(String.valueOf(problem.arguments().get(0)), ObjectType.UT, ObjectDecl.SCALAR,
                    (NameRef) problem.at(), entry.getObject());
            decl.params().stream().filter(param -> param.key() == ParamKey.UNKNOWN)
                    .forEach(param -> notAllowed(context, decl, param, ParamRules.of(ObjectType.UT)));
        }
    }

    private static void check(CheckContext context, ObjectDecl decl) {
        if (decl.type() == null) {
            unknownType(context, decl);
        } else if (!decl.type().existsOn(context.arch())) {
            context.error(decl.definition(), CapdlPackage.Literals.OBJECT_DEF__TYPE, "E05.arch", decl.type().keyword(),
                    context.arch().keyword());
        } else {
            params(context, decl, ParamRules.of(decl.type()));
        }
    }

    private static void unknownType(CheckContext context, ObjectDecl decl) {
        String word = decl.definition().getType();
        if (word == null) {
            return;
        }
        String other = OTHER_NAMES.get(word.toLowerCase(java.util.Locale.ROOT));
        List<String> similar = other != null ? List.of(other)
                : Similar.to(word, Arrays.stream(ObjectType.values()).map(ObjectType::keyword).toList());
        Fix fix = similar.isEmpty() ? Fix.NONE : Fix.replace(similar.toArray(String[]::new));
        String types = Arrays.stream(ObjectType.values()).filter(type -> type.existsOn(context.arch()))
                .map(ObjectType::keyword).collect(Collectors.joining(", "));
        context.report(Severity.ERROR, decl.definition(), CapdlPackage.Literals.OBJECT_DEF__TYPE, fix,
                similar.isEmpty() ? "E05.type" : "E05.type.similar", word, types, String.join("', '", similar));
    }

    private static void params(CheckContext context, ObjectDecl decl, ParamRules rules) {
        Set<ParamKey> seen = EnumSet.noneOf(ParamKey.class);
        for (Param param : decl.params()) {
            if (!rules.allows(param.key())) {
                notAllowed(context, decl, param, rules);
            } else if (!seen.add(param.key())) {
                boolean harmless = isCounted(decl, param.key());
                context.report(harmless ? Severity.WARNING : Severity.ERROR, param.source(), null, Fix.NONE,
                        harmless ? "E05.repeated" : "E05.twice", param.key().example());
            }
        }
        for (ParamKey key : rules.required()) {
            if (!seen.contains(key) && isCounted(decl, key)) {
                // The tool notices only when it needs the number.
                incomplete(context, decl, "E26.incomplete", Set.of(key));
            } else if (!seen.contains(key)) {
                context.error(decl.definition(), CapdlPackage.Literals.OBJECT_DEF__TYPE, "E05.missing",
                        decl.type().keyword(), key.example());
            }
        }
        if (decl.is(ObjectType.FRAME)) {
            frameSize(context, decl);
        }
        together(context, decl, seen);
    }

    /** Whether the tool takes {@code key} in any number, as long as there are not too many of its kind. */
    private static boolean isCounted(ObjectDecl decl, ParamKey key) {
        return !decl.is(ObjectType.ARM_SGI_SIGNAL) && COUNTED.stream().anyMatch(kind -> kind.contains(key)
                && decl.params().stream().filter(param -> kind.contains(param.key())).count() <= kind.size());
    }

    private static void notAllowed(CheckContext context, ObjectDecl decl, Param param, ParamRules rules) {
        if (Compatibility.isLegacyPorts(param.source())) {
            return;
        }
        String allowed = rules.isEmpty() ? ""
                : EnumSet.allOf(ParamKey.class).stream().filter(rules::allows).map(ParamKey::example)
                        .collect(Collectors.joining(", "));
        String given = param.key() == ParamKey.UNKNOWN ? context.node(param.source(), null).getText().strip()
                : param.key().example();
        List<String> similar = param.source().getKey() == null || param.key() != ParamKey.UNKNOWN ? List.of()
                : Similar.to(param.source().getKey(), EnumSet.allOf(ParamKey.class).stream().filter(rules::allows)
                        .map(ParamKey::keyword).filter(java.util.Objects::nonNull).toList());
        if (similar.isEmpty()) {
            context.error(param.source(), null, rules.isEmpty() ? "E05.none" : "E05.notAllowed", decl.type().keyword(),
                    given, allowed);
        } else {
            context.report(Severity.ERROR, param.source(), CapdlPackage.Literals.OBJECT_PARAM__KEY,
                    Fix.replace(similar.toArray(String[]::new)), "E05.notAllowed", decl.type().keyword(), given, allowed);
        }
    }

    private static void frameSize(CheckContext context, ObjectDecl decl) {
        BigInteger size = decl.number(ParamKey.FRAME_SIZE);
        if (size == null) {
            return;
        }
        Param param = decl.param(ParamKey.FRAME_SIZE);
        if (size.signum() == 0) {
            context.error(param.source(), null, "E05.frameZero");
        } else if (size.bitCount() != 1) {
            String[] sizes = nearestSizes(context, decl, size);
            context.report(Severity.ERROR, param.source(), null, Fix.replace(sizes), "E05.framePower",
                    size.shiftRight(10) + "k", String.join(", ", sizes));
        }
    }

    /** The sizes that frames have, the nearest to {@code size} first: where a frame is mapped, those that fit there. */
    private static String[] nearestSizes(CheckContext context, ObjectDecl frame, BigInteger size) {
        Set<Integer> fitting = new HashSet<>(context.arch().frameBits());
        for (Holders.Holder holder : context.model().holders().of(frame)) {
            ObjectType table = holder.container().decl().type();
            if (table != null && table.isPageTable()) {
                fitting.retainAll(SlotRules.frameBits(table, context.arch()));
            }
        }
        return (fitting.isEmpty() ? context.arch().frameBits() : fitting).stream()
                .sorted(Comparator.comparing((Integer bits) -> BigInteger.ONE.shiftLeft(bits).subtract(size).abs()))
                .map(FrameSizes::inUnits).toArray(String[]::new);
    }

    /** Parameters that only make sense together; the tool notices only when it writes the specification out. */
    private static void together(CheckContext context, ObjectDecl decl, Set<ParamKey> seen) {
        Set<ParamKey> given = EnumSet.noneOf(ParamKey.class);
        given.addAll(seen);
        if (decl.is(ObjectType.TCB)) {
            boolean flags = given.contains(ParamKey.RESUME) || given.contains(ParamKey.FPU_DISABLED);
            given.retainAll(ParamRules.TCB_SET);
            boolean some = !given.isEmpty() || flags;
            if (some && given.size() != 6 && !given.equals(EnumSet.of(ParamKey.ADDR, ParamKey.AFFINITY))) {
                Set<ParamKey> missing = EnumSet.copyOf(ParamRules.TCB_SET);
                missing.removeAll(given);
                incomplete(context, decl, "E26.tcbSet", missing);
            }
        } else if (decl.is(ObjectType.SC)) {
            Set<ParamKey> missing = EnumSet.of(ParamKey.PERIOD, ParamKey.BUDGET);
            missing.removeAll(given);
            if (missing.size() == 1 || !missing.isEmpty() && given.contains(ParamKey.DATA)) {
                incomplete(context, decl, "E26.scPair", missing);
            }
        }
    }

    private static void incomplete(CheckContext context, ObjectDecl decl, String key, Set<ParamKey> missing) {
        context.enter("E26");
        context.report(Severity.WARNING, decl.definition(), CapdlPackage.Literals.OBJECT_DEF__TYPE, Fix.NONE, key,
                missing.stream().sorted().map(ParamKey::keyword).collect(Collectors.joining(", ")));
        context.enter("E05");
    }
}
