package dev.trapwalk.lang.ide.graph;

import dev.trapwalk.lang.ide.services.Messages;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectSizes;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.ParamKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What stands in the boxes. */
final class NodeTexts {
    private static final int LONGEST = 34;

    private NodeTexts() {
    }

    static GraphNode node(CapdlModel model, Fold fold, String parent) {
        long count = fold.count();
        boolean single = count == 1 && fold.kind() == Fold.Kind.OBJECTS;
        String type = fold.type().keyword();
        String label = switch (fold.kind()) {
            case OBJECTS -> name(fold);
            case SPACE -> fold.decl().name();
            case GROUP, PART -> fold.spaces() > 0 ? Messages.format("graph.spaces", fold.spaces())
                    : Messages.format("graph.several", count, type);
        };
        String detail = switch (fold.kind()) {
            case OBJECTS -> single ? join(type, facts(model, ref(fold)))
                    : join(Messages.format("graph.several", count, type), size(model, fold.decl()));
            case SPACE -> space(fold);
            case GROUP, PART -> name(fold.first()) + " \u2026 " + name(fold.last());
        };
        return new GraphNode(fold.id(), parent, fold.type(), fold.decl(), shortened(label), shortened(detail), count,
                fold.isExpandable());
    }

    private static ObjectRef ref(Fold fold) {
        return new ObjectRef(fold.decl(), fold.ranges().get(0).lowerEndpoint());
    }

    /** {@code f}, {@code f[3]}, {@code f[0..39]}; {@code f[64]} for all of it, as it is declared. */
    private static String name(Fold fold) {
        ObjectDecl decl = fold.decl();
        if (!decl.isArray() || fold.count() == decl.count()) {
            return decl.toString();
        }
        long low = fold.ranges().get(0).lowerEndpoint();
        long high = fold.ranges().get(fold.ranges().size() - 1).upperEndpoint() - 1;
        String between = fold.ranges().size() == 1 ? ".." : ",..,";
        return decl.name() + "[" + low + (low == high ? "" : between + high) + "]";
    }

    private static String space(Fold fold) {
        List<Fold> leaves = new ArrayList<>();
        fold.leaves(leaves);
        long tables = 0;
        long frames = 0;
        for (Fold leaf : leaves) {
            tables += leaf.type().isPageTable() ? leaf.count() : 0;
            frames += leaf.type() == ObjectType.FRAME ? leaf.count() : 0;
        }
        return Messages.format(frames == 0 ? "graph.tables" : "graph.space", tables, frames);
    }

    private static String facts(CapdlModel model, ObjectRef object) {
        ObjectDecl decl = object.decl();
        return switch (decl.type()) {
            case TCB -> number("prio", decl.number(ParamKey.PRIO));
            case CNODE -> slots(model, object);
            case EP, NOTIFICATION -> "";
            default -> join(size(model, decl), address(decl));
        };
    }

    private static String address(ObjectDecl decl) {
        BigInteger paddr = decl.number(ParamKey.PADDR);
        return paddr == null ? "" : "paddr 0x" + paddr.toString(16);
    }

    private static String number(String word, BigInteger value) {
        return value == null ? "" : word + " " + value;
    }

    private static String slots(CapdlModel model, ObjectRef object) {
        Container container = model.container(object);
        long used = container == null ? 0 : container.slots();
        int bits = object.decl().bits();
        return bits < 0 || bits > 62 ? "" : Messages.format("graph.slots", used, 1L << bits);
    }

    private static String size(CapdlModel model, ObjectDecl decl) {
        int bits = decl.is(ObjectType.FRAME) || decl.is(ObjectType.UT) ? ObjectSizes.bits(decl, model.arch()) : -1;
        if (bits < 10 || bits > 62) {
            return "";
        }
        String[] units = {"", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
        int unit = Math.min(bits / 10, units.length - 1);
        return String.format(Locale.ROOT, "%d %s", 1L << bits - unit * 10, units[unit]);
    }

    private static String join(String first, String second) {
        return first.isEmpty() ? second : second.isEmpty() ? first : first + ", " + second;
    }

    /** Names of a hundred letters exist; both their ends tell something. */
    static String shortened(String text) {
        return text.length() <= LONGEST ? text
                : text.substring(0, LONGEST / 2 - 1) + "\u2026" + text.substring(text.length() - LONGEST / 2);
    }
}
