package dev.trapwalk.lang.model.build;

import dev.trapwalk.lang.capdl.NameRef;
import dev.trapwalk.lang.capdl.Range;
import dev.trapwalk.lang.model.CapAttributes;
import dev.trapwalk.lang.model.CapName;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ModelProblem;
import dev.trapwalk.lang.model.ModelProblem.Kind;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectSpan;
import dev.trapwalk.lang.model.SlotPlace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows copies to the capabilities they copy, in whatever order the file has them, and finds cycles. */
final class CopyResolver {
    private final CapCollector caps;
    private final Map<ObjectDecl, List<Container>> containers;
    private final List<ModelProblem> problems;
    private final Map<CapCollector.Copy, List<CapRun>> done = new IdentityHashMap<>();
    private final Set<CapCollector.Copy> active = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<CapCollector.Copy> cyclic = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<ObjectDecl, List<CapCollector.Copy>> byContainer = new IdentityHashMap<>();

    /** @param containers everything but the copies */
    CopyResolver(CapCollector caps, Map<ObjectDecl, List<Container>> containers, List<ModelProblem> problems) {
        this.caps = caps;
        this.containers = containers;
        this.problems = problems;
        for (CapCollector.Copy copy : caps.copies()) {
            for (ObjectSpan container : copy.containers()) {
                byContainer.computeIfAbsent(container.decl(), key -> new ArrayList<>()).add(copy);
            }
        }
    }

    /** Whether there are no copies at all. */
    boolean isEmpty() {
        return caps.copies().isEmpty();
    }

    /** Containers without copies. */
    Map<ObjectDecl, List<Container>> containers() {
        return containers;
    }

    /** Resolves all copies and adds them to their blocks. */
    void resolve() {
        for (CapCollector.Copy copy : caps.copies()) {
            copy.runs().addAll(runs(copy));
        }
    }

    /** The names of capabilities, those of copies included. Call after {@link #resolve()}. */
    Map<String, CapName> names() {
        Map<String, CapName> names = new LinkedHashMap<>();
        caps.names().forEach((key, named) -> {
            if (!named.isNowhere()) {
                names.put(key, new CapName(named.ref().getName(), named.ref().isIndexed(), places(named), named.ref()));
            }
        });
        return names;
    }

    private List<CapRun> runs(CapCollector.Copy copy) {
        List<CapRun> known = done.get(copy);
        if (known != null) {
            return known;
        }
        CapAttributes written = CapAttributes.of(copy.mapping().getParams());
        List<CapRun> runs = new ArrayList<>(1);
        if (!active.add(copy)) {
            if (cyclic.add(copy)) {
                problems.add(ModelProblem.of(Kind.CYCLIC_COPY, copy.mapping(), reference(copy).getName()));
            }
            return List.of(CapRun.unknown(copy.slot(), copy.mapping(), written, false));
        }
        long slot = copy.slot();
        for (SlotPlace place : select(reference(copy))) {
            slot = follow(place, slot, copy, written, runs);
        }
        if (runs.isEmpty()) {
            runs.add(CapRun.unknown(copy.slot(), copy.mapping(), written, false));
        }
        active.remove(copy);
        done.put(copy, runs);
        return runs;
    }

    private static NameRef reference(CapCollector.Copy copy) {
        return dev.trapwalk.lang.model.Mappings.target(copy.mapping());
    }

    private List<SlotPlace> places(CapCollector.Named named) {
        if (named.copy() == null) {
            return named.places();
        }
        List<ObjectSpan> holders = named.copy().containers();
        if (holders.isEmpty()) {
            return List.of();
        }
        long count = 0;
        for (CapRun run : runs(named.copy())) {
            count = Numbers.add(count, run.count());
        }
        ObjectSpan holder = holders.get(0);
        return List.of(new SlotPlace(holder.decl().name(), holder.decl(), holder.first(), holder.first(),
                named.copy().slot(), count));
    }

    /** The slots that {@code <ref>} stands for. */
    private List<SlotPlace> select(NameRef ref) {
        CapCollector.Named named = ref == null || ref.getName() == null ? null : CapNames.find(caps.names(), ref.getName(),
                one -> one.ref().isIndexed() == ref.isIndexed());
        if (named == null || named.isNowhere()) {
            problems.add(ModelProblem.of(Kind.UNKNOWN_CAP, ref == null ? caps.copies().get(0).mapping() : ref,
                    ref == null ? "" : String.valueOf(ref.getName())));
            return List.of();
        }
        if (ref.isIndexed() && named.ref().isIndexed() && CapNames.isTwice(caps.names(), ref.getName())
                && (ref.getRanges().isEmpty() || ref.getRanges().stream().anyMatch(CopyResolver::isToTheEnd))) {
            problems.add(ModelProblem.of(Kind.COPY_OF_BOTH, ref, ref.getName()));
        }
        return CapNames.select(ref, named.ref().isIndexed(), places(named), problems);
    }

    private static boolean isToTheEnd(Range range) {
        return range.isOpen() && range.getTo() == null;
    }

    /** Copies what lies in {@code place} to the slots from {@code slot} on. */
    private long follow(SlotPlace place, long slot, CapCollector.Copy copy, CapAttributes written,
            List<CapRun> runs) {
        long from = place.slot();
        long left = place.count();
        while (left > 0) {
            CapRun original = original(place.decl(), place.low(), from);
            if (original == null) {
                problems.add(ModelProblem.of(Kind.COPY_OF_EMPTY, copy.mapping(), place.container(), from));
                runs.add(CapRun.unknown(slot, copy.mapping(), written, false));
                return slot + 1;
            }
            long length = Math.min(left, original.lastSlot() - from + 1);
            runs.add(CapRun.copy(slot, original, from - original.slot(), length, copy.mapping(), written));
            slot = Numbers.add(slot, length);
            from += length;
            left -= length;
        }
        return slot;
    }

    private CapRun original(ObjectDecl decl, long index, long slot) {
        for (Container container : containers.getOrDefault(decl, List.of())) {
            if (container.low() <= index && index <= container.high() && container.at(slot) != null) {
                return container.at(slot);
            }
        }
        for (CapCollector.Copy copy : byContainer.getOrDefault(decl, List.of())) {
            if (copy.slot() <= slot && copy.containers().stream()
                    .anyMatch(span -> span.decl() == decl && span.low() <= index && index <= span.high())) {
                for (CapRun run : copy.slot() == slot || done.containsKey(copy) ? runs(copy) : List.<CapRun>of()) {
                    if (run.slot() <= slot && slot <= run.lastSlot()) {
                        return run;
                    }
                }
            }
        }
        return null;
    }
}
