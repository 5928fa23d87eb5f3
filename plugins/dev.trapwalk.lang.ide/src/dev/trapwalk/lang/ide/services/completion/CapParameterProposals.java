package dev.trapwalk.lang.ide.services.completion;

import dev.trapwalk.lang.ide.services.Messages;
import dev.trapwalk.lang.ide.syntax.Frame.State;
import dev.trapwalk.lang.ide.syntax.Frame;
import dev.trapwalk.lang.ide.syntax.Role;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Holders.Holder;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import java.math.BigInteger;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.CompletionItemKind;

/** Parameters of a capability: the rights that mean something for its object, the next badge, the guard that fits. */
final class CapParameterProposals {

    private CapParameterProposals() {
    }

    static void parameters(Place place, Proposals proposals) {
        Frame mapping = place.frame().outer();
        ObjectDecl target = place.object(mapping.target());
        Given given = Given.at(place);
        if (place.frame().state() == State.VALUE) {
            values(place, target, proposals);
        } else if (mapping.isCopy()) {
            key(place, given, proposals, "masked", "masked: ${1:R}", Messages.format("completion.masked"));
        } else if (target == null || target.type() == null) {
            if (place.text(mapping.target()).equals("sched_control")) {
                key(place, given, proposals, "core", "core: ${1:0}", "");
            }
        } else {
            parameters(place, given, target, proposals);
        }
    }

    private static void parameters(Place place, Given given, ObjectDecl target, Proposals proposals) {
        switch (target.type()) {
            case EP -> {
                rights(place, given, proposals, List.of("RW", "RWG", "RWGP", "W", "WP", "WG", "R", "G", "P"));
                badge(place, given, target, proposals);
            }
            case NOTIFICATION -> {
                rights(place, given, proposals, List.of("R", "W", "RW"));
                badge(place, given, target, proposals);
            }
            case SMC -> badge(place, given, target, proposals);
            case FRAME -> {
                rights(place, given, proposals, List.of("R", "RW", "RX", "RWX"));
                words(place, given, proposals, "cached", "uncached");
                ObjectDecl container = place.object(place.frame().outer().outer().name());
                if (container == null || container.is(ObjectType.CNODE)) {
                    key(place, given, proposals, "mapping", "mapping: (${1:table}, ${2:0})",
                            Messages.format("completion.mapping"));
                }
                asid(place, given, proposals);
            }
            case CNODE -> {
                String size = "guard_size: " + guardSize(place, target);
                key(place, given, proposals, "guard_size", size, size,
                        Messages.format("completion.guardSize", place.arch().wordBits(), target.bits()));
                key(place, given, proposals, "guard", "guard: ${1:0}", Messages.format("completion.guard"));
            }
            case TCB -> words(place, given, proposals, "reply", "master_reply");
            default -> {
                if (target.type().isPageTable()) {
                    asid(place, given, proposals);
                }
            }
        }
    }

    /** What the list of parameters has besides the word at the place: nothing may stand there twice. */
    private record Given(Set<String> keys, boolean rights) {

        static Given at(Place place) {
            Set<String> keys = new HashSet<>();
            boolean rights = false;
            var text = place.document().text();
            int end = text.tokens().size();
            for (int i = place.frame().opener() + 1; i < end && text.tokens().sign(i) != ')'; i++) {
                if (i != place.next() - 1 || text.tokens().sign(i) != 0) {
                    rights |= text.syntax().role(i) == Role.RIGHTS;
                    if (text.syntax().role(i) == Role.PARAMETER) {
                        keys.add(text.tokens().text(i));
                    }
                }
            }
            return new Given(keys, rights);
        }
    }

    private static void key(Place place, Given given, Proposals proposals, String key, String snippet, String detail) {
        key(place, given, proposals, key, key, snippet, detail);
    }

    /** Proposes {@code key} with its value, or alone where a value follows. */
    private static void key(Place place, Given given, Proposals proposals, String key, String label, String snippet,
            String detail) {
        if (given.keys().contains(key)) {
            return;
        }
        if (!place.isBefore(':')) {
            proposals.snippet(label, snippet, CompletionItemKind.Property, detail);
        } else if (Behind.fitsValue(place, key)) {
            proposals.add(key, CompletionItemKind.Property, detail);
        }
    }

    private static void values(Place place, ObjectDecl target, Proposals proposals) {
        switch (place.text(place.frame().key())) {
            case "masked" -> sets(proposals, target != null && target.is(ObjectType.EP)
                    ? List.of("R", "W", "RW", "RWG", "RWGP") : List.of("R", "W", "RW"));
            case "guard_size" -> {
                if (target != null && target.is(ObjectType.CNODE)) {
                    proposals.add(Integer.toString(guardSize(place, target)), CompletionItemKind.Value,
                            Messages.format("completion.guardSize", place.arch().wordBits(), target.bits()));
                }
            }
            case "badge" -> {
                if (target != null) {
                    proposals.add(nextBadge(place.model(), target), CompletionItemKind.Value,
                            Messages.format("completion.badge"));
                }
            }
            default -> {
                // Other values are the user's choice.
            }
        }
    }

    /** The guard size with which a CNode as the root of a CSpace resolves all bits of a CPtr. */
    private static int guardSize(Place place, ObjectDecl cnode) {
        return Math.max(0, place.arch().wordBits() - Math.max(0, cnode.bits()));
    }

    private static void rights(Place place, Given given, Proposals proposals, List<String> sets) {
        if (!given.rights() && !place.isBefore(':')) {
            sets(proposals, sets);
        }
    }

    private static void sets(Proposals proposals, List<String> sets) {
        for (String set : sets) {
            proposals.add(set, CompletionItemKind.EnumMember, Messages.format("completion.rights"));
        }
    }

    private static void badge(Place place, Given given, ObjectDecl target, Proposals proposals) {
        String badge = "badge: " + nextBadge(place.model(), target);
        key(place, given, proposals, "badge", badge, badge, Messages.format("completion.badge"));
    }

    private static String nextBadge(CapdlModel model, ObjectDecl target) {
        BigInteger largest = BigInteger.ZERO;
        for (Holder holder : model.holders().of(target)) {
            BigInteger badge = holder.run().attributes().badge();
            largest = badge == null ? largest : largest.max(badge);
        }
        return "0x" + largest.add(BigInteger.ONE).toString(16);
    }

    /** Words of which one may stand there. */
    private static void words(Place place, Given given, Proposals proposals, String... words) {
        if (!place.isBefore(':') && Collections.disjoint(given.keys(), List.of(words))) {
            for (String word : words) {
                proposals.add(word, CompletionItemKind.EnumMember, Messages.format("completion." + word));
            }
        }
    }

    private static void asid(Place place, Given given, Proposals proposals) {
        key(place, given, proposals, "asid", "asid: (${1:0}, ${2:0})", "");
    }
}
