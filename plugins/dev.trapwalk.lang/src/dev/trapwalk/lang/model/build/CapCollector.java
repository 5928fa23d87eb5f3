package dev.trapwalk.lang.model.build;

import dev.trapwalk.lang.capdl.CapBody;
import dev.trapwalk.lang.capdl.CapItem;
import dev.trapwalk.lang.capdl.CapsSection;
import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.capdl.Module;
import dev.trapwalk.lang.capdl.NameRef;
import dev.trapwalk.lang.capdl.Orphan;
import dev.trapwalk.lang.capdl.Range;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.capdl.SlotRef;
import dev.trapwalk.lang.model.CapAttributes;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Mappings;
import dev.trapwalk.lang.model.ModelProblem;
import dev.trapwalk.lang.model.ModelProblem.Kind;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectSpan;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.PseudoTarget;
import dev.trapwalk.lang.model.SlotPlace;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the caps section: blocks become parts, names are noted, copies are left for {@link CopyResolver}. */
final class CapCollector {

    /** A name and its slots, null when they do not exist; those of a copy are known when the copy is resolved. */
    record Named(NameRef ref, List<SlotPlace> places, Copy copy) {

        boolean isNowhere() {
            return places == null;
        }
    }

    /** A mapping {@code slot: <name>} of a block. */
    record Copy(List<ObjectSpan> containers, List<CapRun> runs, Mapping mapping, long slot) {
    }

    private final References references;
    private final List<ModelProblem> problems;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Named> names = new LinkedHashMap<>();
    private final List<Copy> copies = new ArrayList<>();

    CapCollector(References references, List<ModelProblem> problems) {
        this.references = references;
        this.problems = problems;
    }

    List<Part> parts() {
        return parts;
    }

    Map<String, Named> names() {
        return names;
    }

    List<Copy> copies() {
        return copies;
    }

    void collect(Module module) {
        for (Section section : module.getSections()) {
            if (section instanceof CapsSection caps) {
                for (CapItem item : caps.getItems()) {
                    item(item.getContainer(), item.getBody(), item.getSlot());
                }
            } else if (section instanceof Orphan orphan && orphan.getEntry() != null) {
                item(orphan.getEntry().getPath().get(0), orphan.getEntry().getCaps(), orphan.getEntry().getSlot());
            }
        }
    }

    private void item(NameRef ref, CapBody body, SlotRef slot) {
        if (ref == null || ref.getName() == null) {
            return;
        }
        if (body != null) {
            block(ref, body);
        } else if (slot != null && slot.getContainer() != null) {
            List<ObjectSpan> spans = containerOf(slot.getContainer());
            Long number = slotNumber(slot.getSlot(), slot.getSlotName(), slot);
            if (number != null && !spans.isEmpty()) {
                name(ref, List.of(place(spans.get(0), number, 1)), null);
            } else if (number != null && isOne(slot.getContainer())) {
                long element = References.element(slot.getContainer());
                name(ref, List.of(new SlotPlace(slot.getContainer().getName(), null, element, element, number, 1)), null);
            }
        }
    }

    /** The container of a named slot; as long as the name is not used, the tool does not look whether there is one. */
    private List<ObjectSpan> containerOf(NameRef container) {
        List<ModelProblem> own = new ArrayList<>();
        List<ObjectSpan> spans = references.with(own).resolve(container, Kind.UNKNOWN_NAMED_CONTAINER);
        if (!own.isEmpty() || !isOne(container)) {
            problems.add(ModelProblem.of(Kind.UNKNOWN_NAMED_CONTAINER, container, String.valueOf(container.getName())));
            return List.of();
        }
        return spans;
    }

    private static boolean isOne(NameRef container) {
        return isWritten(container) && (!container.isIndexed() || References.element(container) >= 0);
    }

    private void block(NameRef ref, CapBody body) {
        List<ObjectSpan> containers = new ArrayList<>(references.resolve(ref, Kind.UNKNOWN_CONTAINER));
        if (containers.isEmpty() && references.isNothing(ref)) {
            nowhere(body);
            return;
        }
        if (containers.isEmpty()) {
            containers.add(new ObjectSpan(unknown(ref, body), ObjectDecl.SCALAR, 0, 1));
        }
        if (noSlots(containers.get(0).decl())) {
            ObjectDecl decl = containers.get(0).decl();
            problems.add(ModelProblem.of(Kind.NO_SLOTS, ref, decl.name(), decl.type().keyword(),
                    body.getMappings().size()));
            containers.clear();
        }
        List<CapRun> runs = new ArrayList<>(body.getMappings().size());
        List<Part.Derived> derived = new ArrayList<>(0);
        boolean copying = body.getMappings().stream().anyMatch(Mapping::isCopy);
        long next = 0;
        for (Mapping mapping : body.getMappings()) {
            Long explicit = Mappings.hasSlot(mapping)
                    ? slotNumber(mapping.getSlot(), mapping.getSlotName(), mapping) : null;
            boolean positional = !Mappings.hasSlot(mapping);
            if (positional && copying) {
                problems.add(ModelProblem.of(Kind.POSITIONAL_WITH_COPY, mapping));
            }
            long slot = explicit == null ? next : explicit;
            if (mapping.getParent() != null) {
                derived.add(new Part.Derived(mapping, slot, positional));
            }
            NameRef name = isWritten(Mappings.name(mapping)) ? Mappings.name(mapping) : null;
            if (mapping.isCopy()) {
                Copy copy = new Copy(containers, runs, mapping, slot);
                copies.add(copy);
                if (name != null) {
                    name(name, List.of(), copy);
                    named(Mappings.target(mapping));
                    several(name, mapping, selected(Mappings.target(mapping)));
                }
                next = slot + 1;
                continue;
            }
            next = capabilities(mapping, slot, positional, runs);
            long count = next - slot;
            if (slot == Long.MAX_VALUE && mapping.getSlot() != null) {
                // Behind the largest number there is comes the least.
                next = Numbers.index(mapping.getSlot().add(BigInteger.ONE));
                count = 1;
            }
            if (name != null && positional) {
                problems.add(ModelProblem.of(Kind.NAME_ON_POSITIONAL, name, name.getName()));
            } else if (name != null && !containers.isEmpty()) {
                name(name, List.of(place(containers.get(0), slot, count)), null);
                several(name, mapping, count);
            }
        }
        for (ObjectSpan container : containers) {
            parts.add(new Part(container, runs, derived));
        }
    }

    /** The block of no container gives its names to slots that do not exist, so that none of them can be used. */
    private void nowhere(CapBody body) {
        for (Mapping mapping : body.getMappings()) {
            NameRef name = Mappings.name(mapping);
            SlotRef parent = mapping.getParent();
            if (mapping.getSlotName() != null) {
                slotNumber(null, mapping.getSlotName(), mapping);
            }
            if (parent != null && parent.getSlotName() != null) {
                slotNumber(null, parent.getSlotName(), parent);
            }
            if (isWritten(name) && Mappings.hasSlot(mapping)) {
                name(name, null, null);
                if (mapping.isCopy()) {
                    named(Mappings.target(mapping));
                    several(name, mapping, selected(Mappings.target(mapping)));
                } else {
                    several(name, mapping, count(Mappings.target(mapping)));
                }
            }
        }
    }

    /** How many objects a reference stands for, whose names nobody looks up; 1 when it makes no sense. */
    private long count(NameRef target) {
        if (!isWritten(target) || !target.isIndexed()) {
            return 1;
        }
        long count = 0;
        for (ObjectSpan span : references.with(new ArrayList<>()).resolve(target, Kind.UNKNOWN_OBJECT)) {
            count = Numbers.add(count, span.count());
        }
        return count == 0 && !references.isNothing(target) ? 1 : count;
    }

    /** Whether there is a reference with a name: after a syntax error brackets may be all that is left of one. */
    private static boolean isWritten(NameRef ref) {
        return ref != null && ref.getName() != null;
    }

    /** To know how many slots a name stands for, the tool asks how many objects of the copied name there are: mostly none. */
    private void named(NameRef source) {
        if (isWritten(source) && source.isIndexed() && references.declaration(source.getName()) == null
                && (source.getRanges().isEmpty()
                        || source.getRanges().stream().anyMatch(range -> range.isOpen() && range.getTo() == null))) {
            problems.add(ModelProblem.of(Kind.NAMED_COPY_OF_ALL, source, source.getName()));
        }
    }

    /**
     * A name without brackets names one capability, one with brackets all of them. No capability from slot 0 on ends at
     * the slot before: to get there the tool counts through all numbers.
     */
    private void several(NameRef name, Mapping mapping, long count) {
        boolean endless = count == 0 && mapping.getSlot() != null && mapping.getSlot().signum() == 0;
        if (name.isIndexed() ? !name.getRanges().isEmpty() || endless : count != 1) {
            problems.add(ModelProblem.of(Kind.NAME_OF_SEVERAL, name, name.getName()));
        }
    }

    /** How many capabilities a reference to names selects; 1 where that depends on how many there are. */
    private static long selected(NameRef source) {
        long count = 0;
        for (Range range : isWritten(source) ? source.getRanges() : List.<Range>of()) {
            if (range.isOpen() && range.getTo() == null) {
                return 1;
            }
            long from = range.getFrom() == null ? 0 : Numbers.index(range.getFrom());
            count = Numbers.add(count, range.isOpen() ? Math.abs(Numbers.index(range.getTo()) - from) + 1 : 1);
        }
        return count == 0 ? 1 : count;
    }

    /** Stands for a container that is not declared, so that its capabilities are looked at nevertheless. */
    private static ObjectDecl unknown(NameRef ref, CapBody body) {
        boolean thread = body.getMappings().stream().anyMatch(mapping -> mapping.getSlotName() != null);
        return new ObjectDecl(ref.getName(), thread ? ObjectType.TCB : null, ObjectDecl.SCALAR, ref, null);
    }

    private static boolean noSlots(ObjectDecl decl) {
        return decl.type() != null && !decl.type().hasSlots();
    }

    /** Adds the runs of one mapping and returns the slot after it. */
    private long capabilities(Mapping mapping, long slot, boolean positional, List<CapRun> runs) {
        CapAttributes attributes = CapAttributes.of(mapping.getParams());
        NameRef target = Mappings.target(mapping);
        if (target == null || target.getName() == null) {
            runs.add(CapRun.unknown(slot, mapping, attributes, positional));
            return slot + 1;
        }
        PseudoTarget pseudo = target.isIndexed() ? null : PseudoTarget.of(target.getName());
        if (pseudo != null) {
            runs.add(CapRun.pseudo(slot, pseudo, mapping, attributes, positional));
            return slot + 1;
        }
        List<ObjectSpan> spans = references.resolve(target, Kind.UNKNOWN_OBJECT);
        if (spans.isEmpty() && !references.isNothing(target)) {
            runs.add(CapRun.unknown(slot, mapping, attributes, positional));
            return slot + 1;
        }
        long next = slot;
        for (ObjectSpan span : spans) {
            runs.add(CapRun.to(next, span, mapping, attributes, positional));
            next = Numbers.add(next, span.count());
        }
        return next;
    }

    private Long slotNumber(BigInteger number, String word, org.eclipse.emf.ecore.EObject at) {
        if (number != null) {
            return Numbers.index(number);
        }
        SymbolicSlot slot = word == null ? null : SymbolicSlot.of(word);
        if (slot == null) {
            problems.add(ModelProblem.of(Kind.UNKNOWN_SLOT, at, String.valueOf(word)));
            return null;
        }
        return (long) slot.number();
    }

    private static SlotPlace place(ObjectSpan container, long slot, long count) {
        // Of several containers that a block speaks of, the tool names the slot of the first.
        long index = container.first();
        return new SlotPlace(container.decl().name(), container.decl(), index, index, slot, count);
    }

    private void name(NameRef ref, List<SlotPlace> places, Copy copy) {
        Named old = CapNames.put(names, ref.getName(), new Named(ref, places, copy), other -> other.ref().isIndexed() == ref.isIndexed());
        if (old != null) {
            problems.add(ModelProblem.of(Kind.DUPLICATE_CAP_NAME, ref, ref.getName(), old.ref()));
        }
    }
}
