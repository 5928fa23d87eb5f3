package dev.trapwalk.lang.model.build;

import dev.trapwalk.lang.capdl.CdtNode;
import dev.trapwalk.lang.capdl.CdtSection;
import dev.trapwalk.lang.capdl.IrqMapping;
import dev.trapwalk.lang.capdl.IrqSection;
import dev.trapwalk.lang.capdl.Module;
import dev.trapwalk.lang.capdl.NameRef;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.capdl.SlotRef;
import dev.trapwalk.lang.model.CapName;
import dev.trapwalk.lang.model.CdtEdge;
import dev.trapwalk.lang.model.IrqEntry;
import dev.trapwalk.lang.model.ModelProblem;
import dev.trapwalk.lang.model.ModelProblem.Kind;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectSpan;
import dev.trapwalk.lang.model.SlotPlace;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;

/** Collects derivations ({@code child_of}, cdt sections) and interrupt numbers. */
final class EdgeCollector {
    private final References references;
    private final Map<String, CapName> names;
    private final List<ModelProblem> problems;
    private final List<CdtEdge> cdt = new ArrayList<>();
    private final List<IrqEntry> irqs = new ArrayList<>();

    EdgeCollector(References references, Map<String, CapName> names, List<ModelProblem> problems) {
        this.references = references;
        this.names = names;
        this.problems = problems;
    }

    List<CdtEdge> cdt() {
        return cdt;
    }

    List<IrqEntry> irqs() {
        return irqs;
    }

    void collect(Module module, List<Part> parts) {
        for (Part part : parts) {
            ObjectSpan in = part.container();
            long counted = -1;
            for (Part.Derived derived : part.derived()) {
                SlotRef parent = derived.mapping().getParent();
                counted = derived.positional() ? counted + 1 : derived.slot();
                edge(new SlotPlace(in.decl().name(), in.decl(), in.low(), in.high(), derived.slot(), 1),
                        place(parent, problems), counted, parent);
            }
        }
        for (Section section : module.getSections()) {
            if (section instanceof CdtSection tree) {
                tree.getNodes().forEach(this::node);
            } else if (section instanceof IrqSection irqSection) {
                irqs(irqSection.getMappings());
            }
        }
    }

    private void node(CdtNode node) {
        if (node.isNested() && node.getChildren().isEmpty()) {
            unused(node.getSlot());
            return;
        }
        SlotPlace parent = place(node.getSlot(), problems);
        for (CdtNode child : node.getChildren()) {
            SlotPlace place = place(child.getSlot(), problems);
            edge(place, parent, place == null ? 0 : place.slot(), child.getSlot());
            if (child.isNested()) {
                node(child);
            }
        }
    }

    /** The tool does not look which capability it is that nothing is derived from. */
    private void unused(SlotRef parent) {
        if (parent != null && parent.getSlotName() != null && SymbolicSlot.of(parent.getSlotName()) == null) {
            problems.add(ModelProblem.of(Kind.UNKNOWN_SLOT, parent, parent.getSlotName()));
            return;
        }
        List<ModelProblem> own = new ArrayList<>();
        if (parent != null && place(parent, own) == null && !own.isEmpty()) {
            NameRef name = parent.getContainer() != null ? parent.getContainer() : parent.getCapName();
            problems.add(ModelProblem.of(Kind.UNUSED_PARENT, parent, String.valueOf(name.getName())));
        }
    }

    private void edge(SlotPlace child, SlotPlace parent, long toolSlot, EObject source) {
        if (child != null && parent != null) {
            cdt.add(new CdtEdge(child, parent, toolSlot, source));
        }
    }

    private SlotPlace place(SlotRef ref, List<ModelProblem> problems) {
        if (ref == null) {
            return null;
        }
        if (ref.getContainer() != null) {
            return place(ref, ref.getContainer(), problems);
        }
        NameRef name = ref.getCapName();
        if (name != null && name.isIndexed() && References.element(name) < 0) {
            problems.add(ModelProblem.of(Kind.NOT_ONE, name, String.valueOf(name.getName())));
            return null;
        }
        CapName capName = name == null || name.getName() == null ? null
                : CapNames.find(names, name.getName(), one -> one.array() == name.isIndexed());
        if (capName == null) {
            if (name != null && name.getName() != null) {
                problems.add(ModelProblem.of(Kind.UNKNOWN_CAP, name, name.getName()));
            }
            return null;
        }
        List<SlotPlace> places = CapNames.select(name, capName.array(), capName.places(), problems);
        return places.isEmpty() ? null : places.get(0);
    }

    /** A container that does not exist is no problem for the tool; a check warns about it. */
    private SlotPlace place(SlotRef ref, NameRef container, List<ModelProblem> problems) {
        Long slot = number(ref.getSlot(), ref.getSlotName(), ref, problems);
        if (slot == null || container.getName() == null) {
            return null;
        }
        long element = References.element(container);
        if (element < 0 && container.isIndexed()) {
            problems.add(ModelProblem.of(Kind.NOT_ONE, container, container.getName()));
            return null;
        }
        ObjectDecl decl = references.declaration(container.getName());
        if (decl == null || decl.isArray() != container.isIndexed() || element >= decl.count()) {
            return new SlotPlace(container.getName(), null, element, element, slot, 1);
        }
        if (!decl.isArray()) {
            return new SlotPlace(decl.name(), decl, ObjectDecl.SCALAR, ObjectDecl.SCALAR, slot, 1);
        }
        return new SlotPlace(decl.name(), decl, element, element, slot, 1);
    }

    private static Long number(BigInteger number, String word, EObject at, List<ModelProblem> problems) {
        if (number != null) {
            return Numbers.index(number);
        }
        SymbolicSlot slot = word == null ? null : SymbolicSlot.of(word);
        if (slot == null && word != null) {
            problems.add(ModelProblem.of(Kind.UNKNOWN_SLOT, at, word));
        }
        return slot == null ? null : (long) slot.number();
    }

    /** The tool numbers positional entries from the last to the first; a check advises against them. */
    private void irqs(List<IrqMapping> mappings) {
        long next = 0;
        for (int i = mappings.size() - 1; i >= 0; i--) {
            IrqMapping mapping = mappings.get(i);
            Long explicit = mapping.getIrq() == null && mapping.getIrqName() == null ? null
                    : number(mapping.getIrq(), mapping.getIrqName(), mapping, problems);
            next = explicit == null ? next : explicit;
            List<ObjectSpan> spans = mapping.getTarget() == null || mapping.getTarget().getName() == null ? List.of()
                    : references.resolve(mapping.getTarget(), Kind.UNKNOWN_OBJECT);
            if (spans.isEmpty() && (mapping.getTarget() == null || !references.isNothing(mapping.getTarget()))) {
                irqs.add(new IrqEntry(next++, null, mapping));
            }
            for (ObjectSpan span : spans) {
                irqs.add(new IrqEntry(next, span, mapping));
                next = Numbers.add(next, span.count());
            }
        }
    }
}
