package dev.trapwalk.lang.json;

import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.export.CanonicalWriter;
import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes canonical capDL of a JSON file, and says where in the file something is wrong. All errors are found in one go. */
public final class JsonImport {
    private static final List<String> MEMBERS = List.of("arch", "objects", "irqs", "domain_schedule", "domain_set_start",
            "domain_idx_shift", "asid_slots", "root_objects", "untyped_covers");
    private static final BigInteger THREAD_SLOTS = BigInteger.valueOf(SymbolicSlot.values().length);

    private final ImportNotes notes = new ImportNotes();
    private final List<ImportedObject> objects = new ArrayList<>();
    private final Map<Integer, List<String>> covered = new HashMap<>();
    private final StringBuilder out = new StringBuilder();
    private NameTable names;

    private JsonImport() {
    }

    /**
     * Reads a JSON file.
     *
     * @param arch its architecture, or null to take it from the file
     */
    public static Converted read(String json, Arch arch) {
        JsonImport reader = new JsonImport();
        reader.notes.attempt(() -> reader.spec(JsonSyntax.read(json), arch));
        boolean failed = reader.notes.hasErrors();
        String text = failed ? null
                : CanonicalWriter.write(CapdlAnalysis.analyse(reader.out.toString(), "imported.cdl").model());
        return new Converted(text, reader.notes.list());
    }

    private void spec(JsonValue spec, Arch given) throws JsonValue.Unexpected {
        Optional<Arch> arch = given != null ? Optional.of(given) : ArchGuess.of(spec);
        List<JsonValue> list = spec.get("objects").elements();
        if (arch.isEmpty()) {
            throw spec.unexpected("import.noArch", Arrays.stream(Arch.values()).map(Arch::keyword)
                    .collect(Collectors.joining(", ")));
        }
        for (Map.Entry<String, JsonValue> member : spec.members().entrySet()) {
            if (!MEMBERS.contains(member.getKey()) && !member.getValue().isNull()) {
                notes.lost(member.getValue(), "import.lost", member.getKey());
            }
        }
        ObjectReader reader = new ObjectReader(arch.get(), notes);
        for (JsonValue object : list) {
            objects.add(null);
            notes.attempt(() -> objects.set(objects.size() - 1, reader.read(object)));
        }
        names = new NameTable(objects, notes);
        covers(spec.optional("untyped_covers"));
        out.append("arch ").append(arch.get().keyword()).append("\nobjects {\n");
        names.declared().forEach(declared -> out.append(declared.text()).append(" = ")
                .append(declared.object().type().keyword()).append(declared.object().params()).append('\n'));
        covered.forEach((parent, children) -> out.append(names.of(parent)).append(" = ut {")
                .append(String.join(" ", children)).append("}\n"));
        out.append("}\ncaps {\n");
        CapReader caps = new CapReader(objects, names, notes);
        for (int i = 0; i < objects.size(); i++) {
            if (objects.get(i) != null && !objects.get(i).slots().isEmpty()) {
                container(i, caps);
            }
        }
        out.append("}\n");
        irqs(spec.optional("irqs"));
        notes.attempt(() -> out.append(ScheduleReader.read(spec)));
    }

    private void covers(JsonValue covers) throws JsonValue.Unexpected {
        if (covers == null) {
            return;
        }
        Integer[] parents = new Integer[objects.size()];
        for (JsonValue cover : covers.elements()) {
            notes.attempt(() -> {
                int parent = CapReader.index(cover.get("parent"), objects.size());
                JsonValue range = cover.get("children");
                BigInteger start = range.get("start").number(63);
                BigInteger end = range.get("end").number(63);
                if (end.compareTo(start) < 0 || end.compareTo(BigInteger.valueOf(objects.size())) > 0) {
                    throw range.unexpected("import.range", start, end);
                }
                if (objects.get(parent) != null && objects.get(parent).type() != ObjectType.UT) {
                    throw cover.get("parent").unexpected("import.parent", parent);
                }
                for (int child = start.intValue(); child < end.intValue(); child++) {
                    if (parents[child] != null) {
                        throw range.unexpected("import.coveredTwice", child, parents[child]);
                    }
                    parents[child] = parent;
                    if (names.of(parent) != null && names.of(child) != null) {
                        covered.computeIfAbsent(parent, key -> new ArrayList<>()).add(names.of(child));
                    }
                }
            });
        }
    }

    private void container(int index, CapReader caps) {
        Map<BigInteger, String> slots = new TreeMap<>();
        for (JsonValue entry : objects.get(index).slots()) {
            notes.attempt(() -> {
                Map.Entry<JsonValue, JsonValue> pair = ArchGuess.pair(entry, "slot", "cap");
                BigInteger slot = pair.getKey().number(63);
                if (slots.put(slot, "") != null) {
                    throw pair.getKey().unexpected("import.slotTwice", slot);
                }
                String cap = String.valueOf(caps.read(pair.getValue()));
                if (objects.get(index).type() == ObjectType.TCB && slot.compareTo(THREAD_SLOTS) >= 0) {
                    // On x86, Microkit's virtual machines keep the root of their own page tables there.
                    slots.remove(slot);
                    notes.lost(pair.getKey(), "import.slot", slot);
                } else {
                    slots.put(slot, cap);
                }
            });
        }
        out.append(names.of(index)).append(" {\n");
        slots.forEach((slot, cap) -> out.append(slot).append(": ").append(cap).append('\n'));
        out.append("}\n");
    }

    private void irqs(JsonValue irqs) throws JsonValue.Unexpected {
        Map<BigInteger, String> handlers = new TreeMap<>();
        for (JsonValue entry : irqs == null ? List.<JsonValue>of() : irqs.elements()) {
            notes.attempt(() -> {
                Map.Entry<JsonValue, JsonValue> pair = ArchGuess.pair(entry, "irq", "handler");
                BigInteger irq = pair.getKey().number(63);
                String handler = String.valueOf(names.of(CapReader.index(pair.getValue(), objects.size())));
                if (handlers.put(irq, handler) != null) {
                    throw pair.getKey().unexpected("import.irqTwice", irq);
                }
            });
        }
        if (!handlers.isEmpty()) {
            out.append("irq maps {\n");
            handlers.forEach((irq, handler) -> out.append(irq).append(": ").append(handler).append('\n'));
            out.append("}\n");
        }
    }
}
