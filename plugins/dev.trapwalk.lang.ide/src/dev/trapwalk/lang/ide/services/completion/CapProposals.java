package dev.trapwalk.lang.ide.services.completion;

import dev.trapwalk.lang.ide.services.Messages;
import dev.trapwalk.lang.ide.syntax.Frame.State;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.PseudoTarget;
import dev.trapwalk.lang.model.SymbolicSlot;
import org.eclipse.lsp4j.CompletionItemKind;

/** The caps section: containers, free slots, and the objects that a slot takes. */
final class CapProposals {
    /** Pages of slots offered of a container in a slot reference. */
    private static final int MOST_RUNS = 100;

    private CapProposals() {
    }

    static void containers(Place place, Proposals proposals) {
        if (place.frame().state() == State.TARGET) {
            proposals.snippet("(container, slot)", "(${1:container}, ${2:slot})", CompletionItemKind.Snippet,
                    Messages.format("completion.slot"));
            return;
        }
        // Objects that hold nothing yet come first: theirs is the block that is missing.
        for (boolean empty : new boolean[] {true, false}) {
            for (ObjectDecl decl : place.model().objects()) {
                if (decl.type() != null && decl.type().hasSlots()
                        && place.model().containers(decl).isEmpty() == empty && !proposals.isFull()) {
                    proposals.snippet(decl.name(), decl.name() + (decl.isArray() ? "[${1}]" : "") + " {\n    $0\n}",
                            CompletionItemKind.Variable, decl.type().keyword());
                }
            }
        }
    }

    static void mapping(Place place, Proposals proposals) {
        switch (place.frame().state()) {
            case COPY, PARENT -> FileProposals.capNames(place, proposals);
            case DASH -> proposals.snippet("child_of", "child_of (${1:container}, ${2:slot})",
                    CompletionItemKind.Keyword, Messages.format("completion.parent"));
            case TARGET -> targets(place, proposals);
            default -> {
                slots(place, proposals);
                ObjectDecl container = place.object(place.frame().outer().name());
                if (container == null || !container.is(ObjectType.TCB)) {
                    // The slots of a thread have names: nobody counts them.
                    targets(place, proposals);
                }
            }
        }
    }

    private static void slots(Place place, Proposals proposals) {
        ObjectDecl decl = place.object(place.frame().outer().name());
        Container container = place.container(decl);
        if (decl != null && decl.is(ObjectType.TCB)) {
            for (SymbolicSlot slot : SymbolicSlot.values()) {
                if (container == null || container.at(slot) == null) {
                    proposals.snippet(slot.keyword() + ":", slot.keyword() + ": $0", CompletionItemKind.Field,
                            Messages.format("slot." + slot.keyword()));
                }
            }
            return;
        }
        long free = container == null ? 0 : container.firstFree(0);
        int bits = decl == null ? -1 : decl.is(ObjectType.CNODE) ? decl.bits() : place.arch().tableBits(decl.type());
        if (bits < 0 || bits > 62 || free < 1L << bits) {
            proposals.snippet(free + ":", free + ": $0", CompletionItemKind.Value,
                    Messages.format("completion.freeSlot"));
        }
    }

    private static void targets(Place place, Proposals proposals) {
        ObjectDecl container = place.object(place.frame().outer().name());
        String slot = place.frame().state() == State.TARGET ? place.text(place.frame().slot()) : "";
        LegalTargets legal = LegalTargets.of(place.model(), container, slot);
        for (ObjectDecl decl : place.model().objects()) {
            if (legal.accepts(decl) && !proposals.isFull()) {
                ObjectProposals.object(proposals, decl);
            }
        }
        if (legal.takesAnything()) {
            for (PseudoTarget target : PseudoTarget.values()) {
                proposals.add(target.keyword(), CompletionItemKind.Constant, Messages.format("completion.pseudo"));
            }
        }
        if (!place.model().capNames().isEmpty()) {
            proposals.snippet("<copy>", "<${1:name}> (masked: ${2:R})", CompletionItemKind.Snippet,
                    Messages.format("completion.copy"));
        }
    }

    static void slotReference(Place place, Proposals proposals) {
        if (place.frame().state() != State.VALUE) {
            for (ObjectDecl decl : place.model().objects()) {
                if (!place.model().containers(decl).isEmpty() && !proposals.isFull()) {
                    ObjectProposals.object(proposals, decl);
                }
            }
            return;
        }
        Container container = place.container(place.object(place.frame().name()));
        if (container != null) {
            container.runs().stream().limit(MOST_RUNS).forEach(run -> proposals.add(Long.toString(run.slot()),
                    CompletionItemKind.Value, holds(run)));
        }
    }

    private static String holds(CapRun run) {
        return run.targets() != null ? run.targets().get(0).toString()
                : run.pseudo() != null ? run.pseudo().keyword() : "";
    }
}
