package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.ide.services.Holdings.Holding;
import dev.trapwalk.lang.model.CapAttributes;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.Cover;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectSizes;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.ParamKey;
import dev.trapwalk.lang.model.Rights;
import java.math.BigInteger;
import java.util.List;

/** The derived facts about an object: size, place, use, and who can do what to it. */
final class ObjectFacts {
    private static final int MOST_ROWS = 12;

    private ObjectFacts() {
    }

    /** The facts in Markdown. */
    static String of(CapdlModel model, ObjectDecl decl) {
        StringBuilder text = new StringBuilder();
        String type = decl.type() == null ? "?" : decl.type().keyword();
        text.append("**").append(decl).append("** `").append(type).append('`');
        if (decl.type() != null) {
            text.append(" – ").append(Messages.format("type." + type));
        }
        text.append("\n\n");
        size(model, decl, text);
        address(decl, text);
        slots(model, decl, text);
        covered(model, decl, text);
        holdings(model, decl, text);
        return text.toString();
    }

    private static void size(CapdlModel model, ObjectDecl decl, StringBuilder text) {
        int bits = ObjectSizes.bits(decl, model.arch());
        if (bits < 0 || bits > 62) {
            return;
        }
        text.append(decl.isArray() ? Messages.format("hover.sizeOfEach", Numerals.bytes(bits), decl.count())
                : Messages.format("hover.size", Numerals.bytes(bits))).append("\n\n");
        if (decl.is(ObjectType.UT)) {
            long used = 0;
            for (Cover cover : model.covers()) {
                if (cover.untyped().decl() == decl) {
                    int inner = ObjectSizes.bits(cover.objects().decl(), model.arch());
                    used = inner < 0 || inner > 62 ? used
                            : Numbers.add(used, Numbers.multiply(1L << inner, cover.objects().count()));
                }
            }
            text.append(Messages.format("hover.used", used, used * 100 / (1L << bits))).append("\n\n");
        }
    }

    private static void address(ObjectDecl decl, StringBuilder text) {
        BigInteger paddr = decl.number(ParamKey.PADDR);
        int bits = decl.is(ObjectType.FRAME) ? decl.frameBits() : decl.bits();
        if (paddr != null && bits >= 0 && bits <= 62) {
            text.append(Messages.format("hover.paddr", "0x" + paddr.toString(16),
                    "0x" + paddr.add(BigInteger.ONE.shiftLeft(bits)).subtract(BigInteger.ONE).toString(16)))
                    .append("\n\n");
        }
    }

    private static void slots(CapdlModel model, ObjectDecl decl, StringBuilder text) {
        if (decl.type() == null || !decl.type().hasSlots()) {
            return;
        }
        List<Container> parts = model.containers(decl);
        long filled = parts.isEmpty() ? 0 : parts.get(0).slots();
        int bits = decl.is(ObjectType.CNODE) ? decl.bits() : model.arch().tableBits(decl.type());
        text.append(bits > 0 && bits <= 62 ? Messages.format("hover.filledOf", filled, 1L << bits)
                : Messages.format("hover.filled", filled)).append("\n\n");
    }

    private static void covered(CapdlModel model, ObjectDecl decl, StringBuilder text) {
        for (Cover cover : model.covers()) {
            if (cover.objects().decl() == decl) {
                text.append(Messages.format("hover.covered", cover.untyped())).append("\n\n");
                return;
            }
        }
    }

    private static void holdings(CapdlModel model, ObjectDecl decl, StringBuilder text) {
        List<Holding> holdings = Holdings.of(model, decl);
        if (holdings.isEmpty()) {
            text.append(Messages.format("hover.unheld"));
            return;
        }
        int all = 0;
        for (Holding holding : holdings) {
            all |= holding.run().attributes().rights();
        }
        if (all != 0) {
            text.append(Messages.format("hover.allRights", Rights.toString(all))).append("\n\n");
        }
        text.append(Messages.format("hover.table"));
        for (Holding holding : holdings.subList(0, Math.min(MOST_ROWS, holdings.size()))) {
            text.append('\n').append(row(holding));
        }
        if (holdings.size() > MOST_ROWS) {
            text.append("\n\n").append(Messages.format("hover.more", holdings.size() - MOST_ROWS));
        }
    }

    private static String row(Holding holding) {
        CapAttributes attributes = holding.run().attributes();
        boolean addressed = holding.thread() != null && !holding.mapped();
        String address = Numerals.hex(holding.address());
        return "| " + (holding.thread() != null ? holding.thread() : "–") + " | "
                + (addressed ? "`" + address + "`"
                        : holding.mapped() ? Messages.format("hover.mapped", address) : "–") + " | "
                + (addressed ? holding.depth() : "–") + " | " + holding.node() + "[" + Numerals.slot(holding.slot())
                + "] | " + (attributes.rights() == 0 ? "–" : Rights.toString(attributes.rights())) + " | "
                + (attributes.badge() == null ? "–" : "0x" + attributes.badge().toString(16)) + " |";
    }
}
