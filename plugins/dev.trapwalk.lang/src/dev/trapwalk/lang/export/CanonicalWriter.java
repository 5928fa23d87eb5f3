package dev.trapwalk.lang.export;

import dev.trapwalk.lang.capdl.DomainsSection;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.CdtEdge;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.Cover;
import dev.trapwalk.lang.model.IrqEntry;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.SlotPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * Writes a layout as canonical capDL: objects by name, slots in order, every slot number given, copies written as the
 * capabilities they are. Two layouts that mean the same are written the same.
 */
public final class CanonicalWriter {

    private final CapdlModel model;
    private final StringBuilder out = new StringBuilder();

    private CanonicalWriter(CapdlModel model) {
        this.model = model;
    }

    /** The layout as text. Programs of a scenario are not part of it. */
    public static String write(CapdlModel model) {
        CanonicalWriter writer = new CanonicalWriter(model);
        writer.write();
        return writer.out.toString();
    }

    private void write() {
        out.append("arch ").append(model.arch().keyword()).append('\n');
        objects();
        caps();
        cdt();
        irqs();
        model.module().getSections().stream().filter(DomainsSection.class::isInstance).forEach(section -> out
                .append('\n').append(NodeModelUtils.getTokenText(NodeModelUtils.getNode(section))).append('\n'));
    }

    private void objects() {
        Map<ObjectRef, List<String>> covered = new HashMap<>();
        for (Cover cover : model.covers()) {
            covered.computeIfAbsent(cover.untyped(), untyped -> new ArrayList<>())
                    .add(References.text(cover.objects()));
        }
        out.append("\nobjects {\n");
        model.objects().stream().filter(decl -> decl.type() != null).sorted(Comparator.comparing(ObjectDecl::name))
                .forEach(decl -> object(decl, covered));
        out.append("}\n");
    }

    private void object(ObjectDecl decl, Map<ObjectRef, List<String>> covered) {
        out.append("    ").append(decl).append(" = ").append(decl.type().keyword()).append(ParamTexts.params(decl));
        List<String> inside = decl.is(ObjectType.UT) ? covered.get(new ObjectRef(decl, ObjectDecl.SCALAR)) : null;
        if (inside != null) {
            out.append(" {\n");
            inside.stream().sorted().forEach(name -> out.append("        ").append(name).append('\n'));
            out.append("    }");
        }
        out.append('\n');
    }

    private void caps() {
        out.append("\ncaps {\n");
        model.containers().stream().flatMap(List::stream)
                .sorted(Comparator.comparing((Container container) -> container.decl().name())
                        .thenComparing(Container::low))
                .filter(container -> !container.runs().isEmpty()).forEach(this::container);
        out.append("}\n");
    }

    private void container(Container container) {
        out.append("    ").append(References.text(container.decl(), container.low(), container.high())).append(" {\n");
        for (CapRun run : container.runs()) {
            String target = run.targets() != null ? References.text(run.targets())
                    : run.pseudo() != null ? run.pseudo().keyword() : null;
            if (target != null) {
                out.append("        0x").append(Long.toHexString(run.slot())).append(": ").append(target)
                        .append(CapTexts.params(run)).append('\n');
            }
        }
        out.append("    }\n");
    }

    private void cdt() {
        Map<String, List<String>> children = new TreeMap<>();
        for (CdtEdge edge : model.cdt()) {
            List<String> below = children.computeIfAbsent(place(edge.parent(), 0, 0), parent -> new ArrayList<>());
            SlotPlace child = edge.child();
            for (long object = 0; object <= child.high() - child.low(); object++) {
                for (long slot = 0; slot < child.count(); slot++) {
                    below.add(place(child, object, slot));
                }
            }
        }
        if (!children.isEmpty()) {
            out.append("\ncdt {\n");
            children.forEach((parent, below) -> {
                out.append("    ").append(parent).append(" {\n");
                below.stream().sorted().forEach(child -> out.append("        ").append(child).append('\n'));
                out.append("    }\n");
            });
            out.append("}\n");
        }
    }

    private static String place(SlotPlace place, long object, long slot) {
        String container = place.decl() == null ? place.container() : place.decl().isArray()
                ? place.decl().display(place.low() + object) : place.decl().name();
        return "(" + container + ", 0x" + Long.toHexString(place.slot() + slot) + ")";
    }

    private void irqs() {
        List<IrqEntry> known = model.irqs().stream().filter(entry -> entry.targets() != null)
                .sorted(Comparator.comparing(IrqEntry::irq)).toList();
        if (!known.isEmpty()) {
            out.append("\nirq maps {\n");
            known.forEach(entry -> out.append("    ").append(entry.irq()).append(": ")
                    .append(References.text(entry.targets())).append('\n'));
            out.append("}\n");
        }
    }
}
