package dev.trapwalk.lang.ide.services.completion;

import dev.trapwalk.lang.ide.services.Messages;
import dev.trapwalk.lang.ide.syntax.Frame;
import dev.trapwalk.lang.ide.syntax.Frame.State;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Holders.Holder;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import java.math.BigInteger;
import java.util.List;
import org.eclipse.lsp4j.CompletionItemKind;

/** Parameters of a capability: the rights that mean something for its object, the next badge, the guard that fits. */
final class CapParameterProposals {

    private CapParameterProposals() {
    }

    static void parameters(Place place, Proposals proposals) {
        Frame mapping = place.frame().outer();
        ObjectDecl target = place.object(mapping.target());
        if (place.frame().state() == State.VALUE) {
            values(place, target, proposals);
        } else if (mapping.isCopy()) {
            proposals.snippet("masked", "masked: ${1:R}", CompletionItemKind.Property,
                    Messages.format("completion.masked"));
        } else if (target == null || target.type() == null) {
            if (place.text(mapping.target()).equals("sched_control")) {
                proposals.snippet("core", "core: ${1:0}", CompletionItemKind.Property, "");
            }
        } else {
            parameters(place, target, proposals);
        }
    }

    private static void parameters(Place place, ObjectDecl target, Proposals proposals) {
        switch (target.type()) {
            case EP -> {
                rights(proposals, List.of("RW", "RWG", "RWGP", "W", "WP", "WG", "R", "G", "P"));
                badge(place.model(), target, proposals);
            }
            case NOTIFICATION -> {
                rights(proposals, List.of("R", "W", "RW"));
                badge(place.model(), target, proposals);
            }
            case SMC -> badge(place.model(), target, proposals);
            case FRAME -> {
                rights(proposals, List.of("R", "RW", "RX", "RWX"));
                word(proposals, "cached");
                word(proposals, "uncached");
                proposals.snippet("mapping", "mapping: (${1:table}, ${2:slot})", CompletionItemKind.Property,
                        Messages.format("completion.mapping"));
                asid(proposals);
            }
            case CNODE -> {
                int size = guardSize(place, target);
                proposals.add("guard_size: " + size, CompletionItemKind.Property,
                        Messages.format("completion.guardSize", place.arch().wordBits(), target.bits()));
                proposals.snippet("guard", "guard: ${1:0}", CompletionItemKind.Property,
                        Messages.format("completion.guard"));
            }
            case TCB -> {
                word(proposals, "reply");
                word(proposals, "master_reply");
            }
            default -> {
                if (target.type().isPageTable()) {
                    asid(proposals);
                }
            }
        }
    }

    private static void values(Place place, ObjectDecl target, Proposals proposals) {
        switch (place.text(place.frame().key())) {
            case "masked" -> rights(proposals, target != null && target.is(ObjectType.EP)
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

    private static void rights(Proposals proposals, List<String> sets) {
        for (String set : sets) {
            proposals.add(set, CompletionItemKind.EnumMember, Messages.format("completion.rights"));
        }
    }

    private static void badge(CapdlModel model, ObjectDecl target, Proposals proposals) {
        proposals.add("badge: " + nextBadge(model, target), CompletionItemKind.Property,
                Messages.format("completion.badge"));
    }

    private static String nextBadge(CapdlModel model, ObjectDecl target) {
        BigInteger largest = BigInteger.ZERO;
        for (Holder holder : model.holders().of(target)) {
            BigInteger badge = holder.run().attributes().badge();
            largest = badge == null ? largest : largest.max(badge);
        }
        return "0x" + largest.add(BigInteger.ONE).toString(16);
    }

    private static void word(Proposals proposals, String word) {
        proposals.add(word, CompletionItemKind.EnumMember, Messages.format("completion." + word));
    }

    private static void asid(Proposals proposals) {
        proposals.snippet("asid", "asid: (${1:0}, ${2:0})", CompletionItemKind.Property, "");
    }
}
