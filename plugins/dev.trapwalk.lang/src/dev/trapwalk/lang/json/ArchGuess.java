package dev.trapwalk.lang.json;

import dev.trapwalk.lang.model.Arch;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Infers the architecture, which JSON does not name: interrupts and devices tell the family, the depth at which small pages are
 * mapped RISC-V, and the bits of guards and levels of page tables the width of a word. When nothing else does, what the tables
 * are called decides: Microkit and the capDL tool's generators name them after their types.
 */
final class ArchGuess {
    /** On RISC-V with three levels of tables, the lowest; elsewhere tables of this level map only larger pages. */
    private static final int LOWEST_OF_THREE = 2;
    private static final int SMALL_PAGE_BITS = 12;

    private final List<JsonValue> objects;
    private boolean x86;
    private boolean arm;
    private boolean riscv;
    private boolean wide;
    private boolean calledX86;
    private boolean calledArm;

    private ArchGuess(List<JsonValue> objects) {
        this.objects = objects;
    }

    /** The architecture of a file, or nothing when several fit. */
    static Optional<Arch> of(JsonValue spec) {
        try {
            JsonValue named = spec.optional("arch");
            if (named != null) {
                return Arch.of(named.text());
            }
            ArchGuess guess = new ArchGuess(spec.get("objects").elements());
            for (JsonValue object : guess.objects) {
                guess.look(object);
            }
            return guess.result();
        } catch (JsonValue.Unexpected unexpected) {
            return Optional.empty();
        }
    }

    private void look(JsonValue named) throws JsonValue.Unexpected {
        JsonValue object = named.get("object");
        switch (ObjectReader.variant(object)) {
            case "irqmsi", "irqioapic", "ioports", "iospace", "iopagetable" -> x86 = true;
            case "armirq", "armsmc" -> arm = true;
            case "riscvirq" -> riscv = true;
            case "pagetable" -> {
                table(ObjectReader.body(object));
                called(named.optional("name"));
            }
            case "cnode", "tcb" -> guards(ObjectReader.body(object));
            default -> {
                // Exists everywhere.
            }
        }
    }

    private void table(JsonValue body) throws JsonValue.Unexpected {
        JsonValue level = body.optional("level");
        int depth = level == null ? -1 : level.number(8).intValue();
        JsonValue nested = body.optional("x86_ept");
        x86 |= nested != null && nested.flag();
        riscv |= level == null || !riscv && depth == LOWEST_OF_THREE && mapsSmallPage(body);
        // An empty root says nothing; a table of tables below the root is only there when words have 64 bits.
        wide |= depth == 1 && slots(body).stream().anyMatch(ArchGuess::isTable);
    }

    private boolean mapsSmallPage(JsonValue body) throws JsonValue.Unexpected {
        for (JsonValue entry : slots(body)) {
            JsonValue cap = cap(entry);
            if (ObjectReader.variant(cap).equals("frame")) {
                JsonValue frame = objects.get(CapReader.index(ObjectReader.body(cap).get("object"), objects.size()))
                        .get("object");
                return ObjectReader.body(frame).get("size_bits").number(8).intValue() == SMALL_PAGE_BITS;
            }
        }
        return false;
    }

    private void called(JsonValue name) throws JsonValue.Unexpected {
        if (name != null) {
            calledX86 |= name.text().contains("pml4");
            calledArm |= name.text().contains("pgd") || name.text().contains("pud");
        }
    }

    private static boolean isTable(JsonValue entry) {
        try {
            return ObjectReader.variant(cap(entry)).equals("pagetable");
        } catch (JsonValue.Unexpected unexpected) {
            return false;
        }
    }

    private void guards(JsonValue body) throws JsonValue.Unexpected {
        for (JsonValue entry : slots(body)) {
            JsonValue cap = cap(entry);
            if (ObjectReader.variant(cap).equals("cnode")) {
                wide |= ObjectReader.body(cap).get("guard_size").number(64).bitLength() > 5;
            }
        }
    }

    private static List<JsonValue> slots(JsonValue body) throws JsonValue.Unexpected {
        return body.get("slots").elements();
    }

    /** The capability of a slot, which is written {@code {"slot": 1, "cap": ...}} or {@code [1, ...]}. */
    static JsonValue cap(JsonValue entry) throws JsonValue.Unexpected {
        return pair(entry, "slot", "cap").getValue();
    }

    /** Two values that one writer puts into an object and another into a list. */
    static Map.Entry<JsonValue, JsonValue> pair(JsonValue entry, String first, String second)
            throws JsonValue.Unexpected {
        if (entry.isList()) {
            if (entry.elements().size() != 2) {
                throw entry.unexpected("import.pair", first, second);
            }
            return Map.entry(entry.elements().get(0), entry.elements().get(1));
        }
        return Map.entry(entry.get(first), entry.get(second));
    }

    private Optional<Arch> result() {
        if (!x86 && !arm && !riscv) {
            x86 = calledX86;
            arm = calledArm;
            wide |= calledX86 || calledArm;
        }
        if (x86 && !arm && !riscv) {
            return Optional.of(wide ? Arch.X86_64 : Arch.IA32);
        }
        if (arm && !x86 && !riscv) {
            return Optional.of(wide ? Arch.AARCH64 : Arch.ARM11);
        }
        return riscv && !x86 && !arm ? Optional.of(Arch.RISCV) : Optional.empty();
    }
}
