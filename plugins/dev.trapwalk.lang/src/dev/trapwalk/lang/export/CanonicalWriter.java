package dev.trapwalk.lang.export;

import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.CdtEdge;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.Cover;
import dev.trapwalk.lang.model.IrqEntry;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectSpan;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.SlotPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes a layout as canonical capDL: objects by name, slots in order, every slot number given, copies written as the
 * capabilities they are. Two layouts that mean the same are written the same.
 */
public final class CanonicalWriter {

    private final CapdlModel model;
    /** Null to write none. */
    private final CommentTable comments;
    private final StringBuilder out = new StringBuilder();

    private CanonicalWriter(CapdlModel model, CommentTable comments) {
        this.model = model;
        this.comments = comments;
    }

    /** The layout as text. Programs of a scenario are not part of it. */
    public static String write(CapdlModel model) {
        return new CanonicalWriter(model, null).write();
    }

    /** The layout as text with the comments of the file, in front of what they are about. */
    public static String writeWithComments(CapdlModel model) {
        return new CanonicalWriter(model, new CommentTable(model)).write();
    }

    private String write() {
        out.append("arch ").append(model.arch().keyword()).append('\n');
        objects();
        caps();
        cdt();
        irqs();
        out.append(DomainTexts.section(model.module()));
        return comments == null ? out.toString() : comments.rest() + out;
    }

    private void comment(Function<CommentTable, String> about) {
        out.append(comments == null ? "" : about.apply(comments));
    }

    private void objects() {
        Map<ObjectRef, List<ObjectSpan>> covered = new LinkedHashMap<>();
        Map<ObjectDecl, ObjectDecl> paths = new LinkedHashMap<>();
        for (Cover cover : model.covers()) {
            if (model.isOnlyInPaths(cover.untyped().decl())) {
                paths.put(cover.objects().decl(), cover.untyped().decl());
            }
            covered.computeIfAbsent(cover.untyped(), untyped -> new ArrayList<>()).add(cover.objects());
        }
        out.append("\nobjects {\n");
        model.objects().stream().filter(decl -> decl.type() != null && !model.isOnlyInPaths(decl))
                .sorted(Comparator.comparing(ObjectDecl::name))
                .forEach(decl -> object(decl, path(decl, paths), covered));
        out.append("}\n");
    }

    /** An untyped that has another object's name can only be declared as part of a path. */
    private static String path(ObjectDecl decl, Map<ObjectDecl, ObjectDecl> paths) {
        StringBuilder path = new StringBuilder();
        Set<ObjectDecl> seen = new HashSet<>();
        for (ObjectDecl untyped = paths.get(decl); untyped != null; untyped = paths.get(untyped)) {
            path.insert(0, untyped.name() + "/");
            if (!seen.add(untyped)) {
                break; // One that contains itself.
            }
        }
        return path.toString();
    }

    private void object(ObjectDecl decl, String path, Map<ObjectRef, List<ObjectSpan>> covered) {
        comment(table -> table.object(decl.name()));
        out.append("    ").append(path).append(decl).append(" = ").append(ParamTexts.object(decl));
        body(covered.remove(new ObjectRef(decl, ObjectDecl.SCALAR)));
        if (decl.isArray() && decl.is(ObjectType.UT)) {
            // What an element of an array contains is said after the array, in a declaration of its own.
            covered.entrySet().stream().filter(entry -> entry.getKey().decl() == decl)
                    .sorted(Comparator.comparingLong(entry -> entry.getKey().index())).forEach(entry -> {
                        out.append("    ").append(entry.getKey()).append(" = ut");
                        body(entry.getValue());
                    });
        }
    }

    private void body(List<ObjectSpan> inside) {
        if (inside != null) {
            out.append(" {\n");
            Spans.union(inside).forEach(span -> out.append("        ").append(References.text(span)).append('\n'));
            out.append("    }");
        }
        out.append('\n');
    }

    private void caps() {
        out.append("\ncaps {\n");
        Container first = null;
        Container last = null;
        String body = "";
        for (Container container : model.containers().stream().flatMap(List::stream)
                .sorted(Comparator.comparing((Container container) -> container.decl().name())
                        .thenComparing(Container::low))
                .filter(container -> !container.runs().isEmpty()).toList()) {
            String next = slots(container);
            if (last == null || last.decl() != container.decl() || last.high() + 1 != container.low()
                    || !next.equals(body)) {
                container(first, last, body);
                first = container;
                body = next;
            }
            last = container;
        }
        container(first, last, body);
        out.append("}\n");
    }

    /** Neighbours in an array that hold the same are written as one. */
    private void container(Container first, Container last, String body) {
        if (first != null) {
            comment(table -> table.container(first.decl().name()));
            out.append("    ").append(References.text(first.decl(), first.low(), last.high())).append(" {\n").append(body)
                    .append("    }\n");
        }
    }

    private String slots(Container container) {
        StringBuilder slots = new StringBuilder();
        List<Spans.Placed> placed = new ArrayList<>();
        for (CapRun run : container.runs()) {
            if (run.targets() != null) {
                placed.add(new Spans.Placed(run.slot(), run.targets(), CapTexts.params(run)));
            } else if (run.pseudo() != null) {
                flush(container, placed, slots);
                commentSlots(container, run.slot(), 1, slots);
                slot(slots, run.slot(), run.pseudo().keyword(), CapTexts.params(run));
            }
        }
        flush(container, placed, slots);
        return slots.toString();
    }

    private void flush(Container container, List<Spans.Placed> placed, StringBuilder slots) {
        for (Spans.Placed span : Spans.join(placed)) {
            commentSlots(container, span.slot(), span.objects().count(), slots);
            slot(slots, span.slot(), References.text(span.objects()), span.params());
        }
        placed.clear();
    }

    private void commentSlots(Container container, long slot, long count, StringBuilder slots) {
        if (comments != null) {
            slots.append(comments.slots(container, slot, count));
        }
    }

    private static void slot(StringBuilder slots, long slot, String target, String params) {
        slots.append("        0x").append(Long.toHexString(slot)).append(": ").append(target).append(params).append('\n');
    }

    private void cdt() {
        Map<String, List<String>> children = new TreeMap<>();
        Set<String> derived = model.cdt().stream().anyMatch(CdtEdge::isMisplaced) ? model.cdt().stream()
                .filter(edge -> !edge.isMisplaced()).flatMap(edge -> places(edge.child()).stream()).collect(Collectors.toSet())
                : Set.of();
        for (CdtEdge edge : model.cdt()) {
            List<String> places = places(edge.child());
            // Meant is the slot of a 'child_of', unless that has another parent already: then it can only be the tool's.
            boolean twice = edge.isMisplaced() && places.stream().anyMatch(derived::contains);
            children.computeIfAbsent(place(edge.parent(), 0, 0), parent -> new ArrayList<>())
                    .addAll(twice ? places(edge.toolChild()) : places);
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

    private static List<String> places(SlotPlace child) {
        List<String> places = new ArrayList<>(1);
        for (long object = 0; object <= child.high() - child.low(); object++) {
            for (long slot = 0; slot < child.count(); slot++) {
                places.add(place(child, object, slot));
            }
        }
        return places;
    }

    private static String place(SlotPlace place, long object, long slot) {
        String container = place.decl() == null
                ? place.container() + (place.low() < 0 ? "" : "[" + place.low() + "]") : place.decl().isArray()
                ? place.decl().display(place.low() + object) : place.decl().name();
        return "(" + container + ", 0x" + Long.toHexString(place.slot() + slot) + ")";
    }

    private void irqs() {
        List<Spans.Placed> known = model.irqs().stream().filter(entry -> entry.targets() != null)
                .sorted(Comparator.comparing(IrqEntry::irq))
                .map(entry -> new Spans.Placed(entry.irq(), entry.targets(), "")).toList();
        if (!known.isEmpty()) {
            out.append("\nirq maps {\n");
            Spans.join(known).forEach(span -> out.append("    ").append(span.slot()).append(": ")
                    .append(References.text(span.objects())).append('\n'));
            out.append("}\n");
        }
    }
}
