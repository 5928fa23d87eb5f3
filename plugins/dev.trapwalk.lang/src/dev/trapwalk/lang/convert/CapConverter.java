package dev.trapwalk.lang.convert;

import dev.trapwalk.engine.boot.CapSpec.SlotRef;
import dev.trapwalk.engine.boot.CapSpec;
import dev.trapwalk.lang.model.CapAttributes;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.CdtEdge;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.Rights;
import dev.trapwalk.lang.model.SlotPlace;
import dev.trapwalk.lang.program.ProgramProblem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the engine's capabilities, each after the one it is derived from. */
final class CapConverter {
    private final CapdlModel model;
    private final List<ProgramProblem> problems;
    private final Map<SlotRef, SlotRef> parents = new LinkedHashMap<>();
    private final Map<SlotRef, CapSpec> caps = new LinkedHashMap<>();

    CapConverter(CapdlModel model, List<ProgramProblem> problems) {
        this.model = model;
        this.problems = problems;
    }

    List<CapSpec> convert() {
        for (CdtEdge edge : model.cdt()) {
            SlotRef parent = slot(edge.parent(), 0, 0);
            for (long object = 0; object <= edge.child().high() - edge.child().low(); object++) {
                for (long n = 0; n < edge.child().count(); n++) {
                    parents.putIfAbsent(slot(edge.child(), object, n), parent);
                }
            }
        }
        for (List<Container> parts : model.containers()) {
            for (Container container : parts) {
                for (long index = container.low(); index <= container.high(); index++) {
                    container(container, new ObjectRef(container.decl(), index));
                }
            }
        }
        List<CapSpec> ordered = new ArrayList<>(caps.size());
        Set<SlotRef> done = new HashSet<>();
        for (SlotRef slot : caps.keySet()) {
            add(slot, ordered, done, new HashSet<>());
        }
        return ordered;
    }

    private static SlotRef slot(SlotPlace place, long object, long n) {
        String name = place.decl() == null ? place.container() : place.decl().display(place.low() + object);
        return new SlotRef(name, (int) (place.slot() + n));
    }

    private void container(Container container, ObjectRef holder) {
        if (!ObjectConverter.isModelled(container.decl())) {
            return;
        }
        for (CapRun run : container.runs()) {
            for (long n = 0; n < run.count(); n++) {
                String target = target(run, n);
                if (target != null) {
                    SlotRef slot = new SlotRef(holder.toString(), (int) (run.slot() + n));
                    caps.putIfAbsent(slot, cap(slot, target, run));
                }
            }
        }
    }

    private String target(CapRun run, long n) {
        if (run.targets() != null) {
            return ObjectConverter.isModelled(run.target()) ? run.targets().get(n).toString() : null;
        }
        if (run.pseudo() != null && !ScenarioConverter.isModelled(run.pseudo())) {
            problems.add(new ProgramProblem("P07.cap", run.source(), List.of(run.pseudo().keyword()), List.of()));
            return null;
        }
        return run.pseudo() == null ? null : run.pseudo().keyword();
    }

    private CapSpec cap(SlotRef slot, String target, CapRun run) {
        CapAttributes attributes = run.attributes();
        return new CapSpec(slot.container(), slot.slot(), target, attributes.rights() & Rights.ALL,
                word(attributes.badge()), word(attributes.guard()), (int) word(attributes.guardSize()),
                parents.get(slot), ObjectConverter.place(model, run.source()));
    }

    private static long word(BigInteger number) {
        return number == null ? 0 : Numbers.word(number);
    }

    private void add(SlotRef slot, List<CapSpec> ordered, Set<SlotRef> done, Set<SlotRef> path) {
        CapSpec cap = caps.get(slot);
        if (cap == null || done.contains(slot) || !path.add(slot)) {
            return;
        }
        SlotRef parent = cap.parent();
        boolean cyclic = parent != null && path.contains(parent);
        if (parent != null && !cyclic) {
            add(parent, ordered, done, path);
        }
        if (cyclic || parent != null && !caps.containsKey(parent)) {
            problems.add(new ProgramProblem("P07.parent", model.module(),
                    List.of(slot.container(), slot.slot(), parent.container(), parent.slot()), List.of()));
        }
        if (done.add(slot)) {
            ordered.add(cap);
        }
    }
}
