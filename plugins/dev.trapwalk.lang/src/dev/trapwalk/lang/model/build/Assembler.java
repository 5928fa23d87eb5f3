package dev.trapwalk.lang.model.build;

import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectDecl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Joins the blocks that speak of the same objects: arrays are cut into stretches whose elements hold the same. */
final class Assembler {
    private static final Comparator<CapRun> BY_SLOT = Comparator.comparingLong(CapRun::slot);

    private Assembler() {
    }

    static Map<ObjectDecl, List<Container>> assemble(List<Part> parts) {
        Map<ObjectDecl, List<Part>> byDecl = new LinkedHashMap<>(2 * parts.size());
        for (Part part : parts) {
            byDecl.computeIfAbsent(part.container().decl(), key -> new ArrayList<>(1)).add(part);
        }
        Map<ObjectDecl, List<Container>> containers = new LinkedHashMap<>(2 * byDecl.size());
        byDecl.forEach((decl, list) -> containers.put(decl, containers(decl, list)));
        return containers;
    }

    private static List<Container> containers(ObjectDecl decl, List<Part> parts) {
        if (parts.size() == 1) {
            Part only = parts.get(0);
            return List.of(container(decl, only.container().low(), only.container().high(), parts));
        }
        if (!decl.isArray()) {
            return List.of(container(decl, ObjectDecl.SCALAR, ObjectDecl.SCALAR, parts));
        }
        return stretches(decl, parts);
    }

    private static List<Container> stretches(ObjectDecl decl, List<Part> parts) {
        List<Part> byStart = new ArrayList<>(parts);
        byStart.sort(Comparator.comparingLong(part -> part.container().low()));
        TreeSet<Long> cuts = new TreeSet<>();
        for (Part part : parts) {
            cuts.add(part.container().low());
            cuts.add(part.container().high() + 1);
        }
        List<Container> containers = new ArrayList<>();
        List<Part> active = new ArrayList<>();
        int next = 0;
        Long low = cuts.pollFirst();
        for (Long cut : cuts) {
            long start = low;
            active.removeIf(part -> part.container().high() < start);
            while (next < byStart.size() && byStart.get(next).container().low() <= start) {
                active.add(byStart.get(next++));
            }
            if (!active.isEmpty()) {
                containers.add(container(decl, start, cut - 1, active));
            }
            low = cut;
        }
        return containers;
    }

    private static Container container(ObjectDecl decl, long low, long high, List<Part> parts) {
        List<CapRun> runs;
        if (parts.size() == 1) {
            runs = new ArrayList<>(parts.get(0).runs());
        } else {
            runs = new ArrayList<>();
            parts.forEach(part -> runs.addAll(part.runs()));
        }
        runs.sort(BY_SLOT);
        return new Container(decl, low, high, runs);
    }
}
