package dev.trapwalk.lang.ide.services.completion;

import dev.trapwalk.lang.convert.ScenarioConverter;
import dev.trapwalk.lang.ide.services.Messages;
import dev.trapwalk.lang.ide.syntax.Frame.Kind;
import dev.trapwalk.lang.ide.syntax.Frame.State;
import dev.trapwalk.lang.ide.syntax.Frame;
import dev.trapwalk.lang.model.Cover;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CompletionItemKind;

/** The objects section: types of the architecture, declarations, objects that no untyped covers yet. */
final class ObjectProposals {

    private ObjectProposals() {
    }

    static void entries(Place place, Proposals proposals) {
        if (place.frame().state() == State.TYPE) {
            types(place, proposals);
            return;
        }
        if (place.isBefore('=')) {
            // The name of something new.
            return;
        }
        if (place.frame().state() == State.PATH || place.isBefore('/')) {
            untypeds(place, proposals);
            if (!place.isBefore('/')) {
                declarations(place, proposals);
            }
            return;
        }
        if (place.frame().outer().kind() == Kind.OBJECTS) {
            uncovered(place, proposals);
        }
        if (!place.isBefore('[')) {
            declarations(place, proposals);
        }
    }

    /** Types that go with the parameters and the body behind; if there is none, all: those will be changed too. */
    static void types(Place place, Proposals proposals) {
        Behind behind = Behind.of(place);
        types(place, behind::fits, proposals);
        if (proposals.isEmpty()) {
            types(place, type -> true, proposals);
        }
    }

    private static void types(Place place, Predicate<ObjectType> fits, Proposals proposals) {
        for (ObjectType type : ObjectType.values()) {
            if (exists(place, type) && fits.test(type)) {
                String form = place.isBefore('(') ? "" : form(place, type);
                proposals.snippet(type.keyword(), type.keyword() + form, CompletionItemKind.Class, describe(type));
            }
        }
    }

    private static void declarations(Place place, Proposals proposals) {
        for (ObjectType type : ObjectType.values()) {
            if (exists(place, type)) {
                proposals.snippet("= " + type.keyword(), "${9:name} = " + type.keyword() + form(place, type),
                        CompletionItemKind.Snippet, describe(type));
            }
        }
    }

    /** Whether there are such objects where the file is read: a scenario runs on the simulated machine. */
    private static boolean exists(Place place, ObjectType type) {
        return type.existsOn(place.arch()) && (!place.document().isWalk() || ScenarioConverter.isModelled(type));
    }

    /** The untypeds that a path may lead through; what it ends in is new. */
    private static void untypeds(Place place, Proposals proposals) {
        ObjectDecl outer = place.frame().state() == State.PATH ? place.object(place.before() - 1) : null;
        Set<ObjectDecl> elsewhere = place.model().covers().stream()
                .filter(cover -> outer != null && cover.untyped().decl() != outer).map(Cover::objects)
                .map(span -> span.decl()).collect(Collectors.toSet());
        for (ObjectDecl decl : place.model().objects()) {
            if (decl.is(ObjectType.UT) && decl != outer && !elsewhere.contains(decl) && !proposals.isFull()) {
                proposals.add(decl.name() + (place.isBefore('/') ? "" : "/"), kind(decl), decl.type().keyword());
            }
        }
    }

    /** Parameters that a type cannot do without, with places to fill in. */
    private static String form(Place place, ObjectType type) {
        return switch (type) {
            case CNODE -> " (${1:4} bits)";
            case UT -> " (${1:12} bits)";
            case FRAME -> " (" + choice(place) + ")";
            case IO_PORTS -> " (ports: [${1:0x3f8} .. ${2:0x3ff}])";
            case IO_DEVICE -> " (domainID: ${1:0}, ${2:0}:${3:0}.${4:0})";
            case IO_PT -> " (level: ${1:0})";
            case IOAPIC_IRQ -> " (ioapic_num: ${1:0}, ioapic_pin: ${2:0}, ioapic_level: ${3:0}, "
                    + "ioapic_polarity: ${4:0})";
            case MSI_IRQ -> " (msi_handle: ${1:0}, msi_pci_bus: ${2:0}, msi_pci_dev: ${3:0}, msi_pci_fun: ${4:0})";
            case ARM_IRQ -> " (trigger: ${1|level,edge|}, target: ${2:0})";
            case ARM_IO_DEVICE -> " (iospace: ${1:0})";
            case ARM_SGI_SIGNAL -> " (irq: ${1:0}, target: ${2:0})";
            default -> "";
        };
    }

    private static String choice(Place place) {
        return "${1|" + place.arch().frameBits().stream().sorted().map(ObjectProposals::frameSize)
                .collect(Collectors.joining(",")) + "|}";
    }

    /** A frame's size as capDL writes it: capDL has no unit above M. */
    static String frameSize(int bits) {
        return bits >= 20 ? (1L << bits - 20) + "M" : (1L << bits - 10) + "k";
    }

    private static void uncovered(Place place, Proposals proposals) {
        Set<ObjectDecl> covered = place.model().covers().stream().map(Cover::objects).map(span -> span.decl())
                .collect(Collectors.toSet());
        for (Frame outer = place.frame().outer(); outer != null; outer = outer.outer()) {
            covered.add(place.object(outer.name()));
        }
        for (ObjectDecl decl : place.model().objects()) {
            if (!covered.contains(decl) && !proposals.isFull()) {
                object(place, proposals, decl, Long.MAX_VALUE);
            }
        }
    }

    /**
     * Proposes a reference to {@code decl}; of an array, to an element, and to all when there are at most {@code room}.
     */
    static void object(Place place, Proposals proposals, ObjectDecl decl, long room) {
        String detail = decl.type() == null ? "" : decl.type().keyword();
        if (place.isBefore('[')) {
            if (decl.isArray()) {
                proposals.add(decl.name(), kind(decl), detail);
            }
        } else if (decl.isArray()) {
            if (decl.count() <= room) {
                proposals.add(decl.name() + "[]", kind(decl), Messages.format("completion.array", detail, decl.count()));
            }
            proposals.snippet(decl.name() + "[n]", decl.name() + "[${1:0}]", kind(decl), detail);
        } else {
            proposals.add(decl.name(), kind(decl), detail);
        }
    }

    private static CompletionItemKind kind(ObjectDecl decl) {
        return decl.is(ObjectType.TCB) ? CompletionItemKind.Class : CompletionItemKind.Variable;
    }

    /** One line about an object type. */
    private static String describe(ObjectType type) {
        return Messages.format("type." + type.keyword());
    }
}
