package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.CapParam;
import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.Rights;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** E06, E07: rights that mean nothing for their object; badges too wide, without use, or shared by two clients. */
final class RightsAndBadges implements Check {

    /** An object and a badge: whoever receives cannot tell its holders apart. */
    private record Identity(Object object, long index, Object badge) {
    }

    @Override
    public String id() {
        return "E06";
    }

    @Override
    public void check(CheckContext context) {
        Set<Mapping> seen = new HashSet<>();
        Map<Identity, Container> clients = new HashMap<>();
        context.runs((container, run) -> {
            if (run.source().getParams().isEmpty() || run.target() == null || !seen.add(run.source())) {
                return;
            }
            if (run.targets(ObjectType.FRAME)) {
                letters(context, run, "P", "E06.frame", Severity.WARNING);
                letters(context, run, "G", "E06.frameGrant", Severity.INFO);
            } else if (run.targets(ObjectType.NOTIFICATION)) {
                letters(context, run, "GXP", "E06.notification", Severity.WARNING);
            } else if (run.targets(ObjectType.EP)) {
                letters(context, run, "X", "E06.endpoint", Severity.WARNING);
            }
            if (run.written().badge() != null && (run.targets(ObjectType.EP) || run.targets(ObjectType.NOTIFICATION))) {
                badge(context, container, run, clients);
            }
        });
    }

    private static void letters(CheckContext context, CapRun run, String meaningless, String key, Severity severity) {
        context.enter("E06");
        for (CapParam param : run.source().getParams()) {
            if (!CapParams.key(param).equals("rights")) {
                continue;
            }
            for (String word : param.getWords()) {
                if (hasAny(word, meaningless) && param.getRights().isEmpty()) {
                    String kept = key.equals("E06.endpoint") ? word.replace('X', 'G')
                            : key.equals("E06.frameGrant") ? word.replace('G', 'X')
                            : word.replaceAll("[" + meaningless + "]", "");
                    context.report(severity, param, CapdlPackage.Literals.CAP_PARAM__WORDS,
                            kept.isEmpty() ? Fix.NONE : Fix.replace(kept), key, word);
                    return;
                }
            }
        }
    }

    private static boolean hasAny(String word, String letters) {
        for (int i = 0; i < word.length(); i++) {
            if (letters.indexOf(word.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static void badge(CheckContext context, Container container, CapRun run, Map<Identity, Container> clients) {
        context.enter("E07");
        CapParam param = run.source().getParams().stream().filter(some -> CapParams.key(some).equals("badge"))
                .findFirst().orElse(null);
        if (param == null) {
            return;
        }
        int rights = run.attributes().rights();
        if (CapParams.exceeds(run.written().badge(), CapParams.badgeBits(context))) {
            context.warning(param, null, "E07.width", run.written().badge(), CapParams.badgeBits(context));
        } else if ((rights & Rights.WRITE) == 0 && (rights & Rights.READ) != 0) {
            context.info(param, null, "E07.receive");
        } else if (run.written().badge().signum() != 0 && (rights & Rights.WRITE) != 0) {
            Identity identity = new Identity(run.target(), run.targets().first(), run.written().badge());
            Container other = clients.putIfAbsent(identity, container);
            if (other != null && other.decl() != container.decl()) {
                context.info(param, null, "E07.shared", run.written().badge(), other.decl().name());
            }
        }
    }
}
