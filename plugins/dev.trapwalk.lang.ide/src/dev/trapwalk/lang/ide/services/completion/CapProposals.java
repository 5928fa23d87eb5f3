package dev.trapwalk.lang.ide.services.completion;

import dev.trapwalk.lang.convert.ScenarioConverter;
import dev.trapwalk.lang.ide.services.Messages;
import dev.trapwalk.lang.ide.services.Numerals;
import dev.trapwalk.lang.ide.syntax.Frame.State;
import dev.trapwalk.lang.model.CapName;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.PseudoTarget;
import dev.trapwalk.lang.model.SlotPlace;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.util.function.Predicate;
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
        if (place.isBefore('=')) {
            // The name of a capability, which is new.
            return;
        }
        boolean indexed = place.isBefore('[');
        String body = indexed || place.isBefore('{') ? "" : " {\n    $0\n}";
        // Objects that hold nothing yet come first: theirs is the block that is missing.
        for (boolean empty : new boolean[] {true, false}) {
            for (ObjectDecl decl : place.model().objects()) {
                if (decl.type() != null && decl.type().hasSlots() && (decl.isArray() || !indexed)
                        && place.model().containers(decl).isEmpty() == empty && !proposals.isFull()) {
                    proposals.snippet(decl.name(), decl.name() + (decl.isArray() && !indexed ? "[${1}]" : "") + body,
                            CompletionItemKind.Variable, decl.type().keyword());
                }
            }
        }
    }

    static void mapping(Place place, Proposals proposals) {
        switch (place.frame().state()) {
            case COPY -> copied(place, proposals);
            case PARENT -> FileProposals.capNames(place, proposals);
            case DASH -> proposals.snippet("child_of", "child_of (${1:container}, ${2:slot})",
                    CompletionItemKind.Keyword, Messages.format("completion.parent"));
            case TARGET -> targets(place, proposals);
            default -> {
                slots(place, proposals);
                ObjectDecl container = place.object(place.frame().outer().name());
                boolean first = place.isBefore(':') || place.isBefore('=');
                if (!first && (container == null || !container.is(ObjectType.TCB))) {
                    // The slots of a thread have names: nobody counts them.
                    targets(place, proposals);
                }
            }
        }
    }

    private static void slots(Place place, Proposals proposals) {
        if (place.isBefore('=')) {
            return;
        }
        String colon = place.isBefore(':') ? "" : ":";
        String rest = colon.isEmpty() ? "" : ": $0";
        ObjectDecl decl = place.object(place.frame().outer().name());
        Container container = place.container(decl);
        if (decl != null && decl.is(ObjectType.TCB)) {
            for (SymbolicSlot slot : SymbolicSlot.values()) {
                if (container == null || container.at(slot) == null) {
                    proposals.snippet(slot.keyword() + colon, slot.keyword() + rest, CompletionItemKind.Field,
                            Messages.format("slot." + slot.keyword()));
                }
            }
            return;
        }
        long free = container == null ? 0 : container.firstFree(0);
        int bits = decl == null ? -1 : decl.is(ObjectType.CNODE) ? decl.bits() : place.arch().tableBits(decl.type());
        if (bits < 0 || bits > 62 || free < 1L << bits) {
            proposals.snippet(free + colon, free + rest, CompletionItemKind.Value,
                    Messages.format("completion.freeSlot"));
        }
    }

    private static void targets(Place place, Proposals proposals) {
        ObjectDecl container = place.object(place.frame().outer().name());
        String slot = place.frame().state() == State.TARGET ? place.text(place.frame().slot()) : "";
        LegalTargets legal = LegalTargets.of(place.model(), container, slot);
        long room = room(place, container, slot);
        Behind behind = Behind.of(place);
        objects(place, decl -> legal.accepts(decl) && !isMapped(place, container, decl)
                && behind.fitsCapability(decl.type()), room, proposals);
        if (!slot.isEmpty() && !place.isBefore('[') && behind.fitsCopy()) {
            copies(place, legal, proposals);
        }
        if (container == null || container.is(ObjectType.CNODE)) {
            for (PseudoTarget target : PseudoTarget.values()) {
                boolean exists = place.document().isWalk() ? ScenarioConverter.isModelled(target)
                        : target != PseudoTarget.IO_SPACE_MASTER || place.arch().isX86();
                if (exists && behind.fitsCapability(target) && !place.isBefore('[')) {
                    proposals.add(target.keyword(), CompletionItemKind.Constant, Messages.format("completion.pseudo"));
                }
            }
        }
        if (proposals.isEmpty()) {
            // Whoever looks for something else will change the parameters too.
            objects(place, decl -> legal.accepts(decl) && !isMapped(place, container, decl), room, proposals);
        }
    }

    private static void objects(Place place, Predicate<ObjectDecl> fits, long room, Proposals proposals) {
        for (ObjectDecl decl : place.model().objects()) {
            if (fits.test(decl) && !proposals.isFull()) {
                ObjectProposals.object(place, proposals, decl, room);
            }
        }
    }

    /** How many capabilities have room from {@code slot} on, as written; the slots of a thread take one each. */
    private static long room(Place place, ObjectDecl container, String slot) {
        long first = Numerals.parse(slot);
        Container held = place.container(container);
        if (container != null && container.is(ObjectType.TCB)) {
            return 1;
        }
        return first < 0 || held == null ? Long.MAX_VALUE : held.runs().stream().mapToLong(CapRun::slot)
                .filter(next -> next > first).min().orElse(Long.MAX_VALUE) - first;
    }

    /** Whether {@code decl} is a paging structure that stands in another one already: a second place is an error. */
    private static boolean isMapped(Place place, ObjectDecl container, ObjectDecl decl) {
        return container != null && container.type() != null && container.type().isPageTable() && !decl.isArray()
                && decl.type().isPageTable() && place.model().holders().of(decl).stream()
                        .anyMatch(holder -> holder.container().decl().type() != null
                                && holder.container().decl().type().isPageTable());
    }

    /** Copies of the named capabilities that fit; a block with copies has a slot in every entry. */
    private static void copies(Place place, LegalTargets legal, Proposals proposals) {
        for (CapName name : place.model().capNames()) {
            ObjectRef target = target(place, name);
            if (target != null && legal.accepts(target.decl()) && !proposals.isFull()) {
                String text = "<" + name.name() + (name.array() ? "[${1:0}]" : "") + ">";
                boolean rights = target.decl().is(ObjectType.EP) || target.decl().is(ObjectType.NOTIFICATION)
                        || target.decl().is(ObjectType.FRAME);
                proposals.snippet("<" + name.name() + (name.array() ? "[]" : "") + ">",
                        rights && !place.isBefore('(') ? text + " (masked: ${2:R})" : text,
                        CompletionItemKind.Reference, Messages.format("completion.copy", target));
            }
        }
    }

    /** Behind {@code <}: the names of what fits. */
    private static void copied(Place place, Proposals proposals) {
        ObjectDecl container = place.object(place.frame().outer().name());
        LegalTargets legal = LegalTargets.of(place.model(), container, place.text(place.frame().slot()));
        for (CapName name : place.model().capNames()) {
            ObjectRef target = target(place, name);
            if (!isItself(place, name) && (target == null || legal.accepts(target.decl()))) {
                proposals.add(name.name() + (name.array() ? "[]" : "") + (place.isBefore('>') ? "" : ">"),
                        CompletionItemKind.Property, name.places().isEmpty() ? "" : name.places().get(0).toString());
            }
        }
    }

    /** The object to which a named capability is; null for another kind, and for the one that gets its name here. */
    private static ObjectRef target(Place place, CapName name) {
        SlotPlace named = name.places().isEmpty() ? null : name.places().get(0);
        Container holder = named == null || named.decl() == null ? null
                : place.model().container(new ObjectRef(named.decl(), named.low()));
        return holder == null || isItself(place, name) ? null : holder.target(named.slot());
    }

    private static boolean isItself(Place place, CapName name) {
        return name.name().equals(place.text(place.frame().name()));
    }

    static void slotReference(Place place, Proposals proposals) {
        if (place.text(place.frame().outer().key()).equals("asid")) {
            // Two numbers.
            return;
        }
        if (place.frame().state() != State.VALUE) {
            String rest = place.isBefore(',') || place.isBefore('[') ? "" : ", ${2:0}";
            for (ObjectDecl decl : place.model().objects()) {
                if (!place.model().containers(decl).isEmpty() && (decl.isArray() || !place.isBefore('['))) {
                    String index = decl.isArray() && !place.isBefore('[') ? "[${1:0}]" : "";
                    proposals.snippet(decl.name(), decl.name() + index + rest, CompletionItemKind.Variable,
                            decl.type() == null ? "" : decl.type().keyword());
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
