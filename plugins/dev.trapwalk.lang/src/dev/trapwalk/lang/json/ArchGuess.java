package dev.trapwalk.lang.json;

import dev.trapwalk.lang.model.Arch;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Infers the architecture, which JSON does not name: interrupts and devices tell the family, page tables without levels
 * RISC-V, and the bits of guards and levels of page tables the width of a word.
 */
final class ArchGuess {
    private boolean x86;
    private boolean arm;
    private boolean riscv;
    private boolean wide;

    private ArchGuess() {
    }

    /** The architecture of a file, or nothing when several fit. */
    static Optional<Arch> of(JsonValue spec) {
        try {
            JsonValue named = spec.optional("arch");
            if (named != null) {
                return Arch.of(named.text());
            }
            ArchGuess guess = new ArchGuess();
            for (JsonValue object : spec.get("objects").elements()) {
                guess.look(object.get("object"));
            }
            return guess.result();
        } catch (JsonValue.Unexpected unexpected) {
            return Optional.empty();
        }
    }

    private void look(JsonValue object) throws JsonValue.Unexpected {
        String variant = ObjectReader.variant(object);
        switch (variant) {
            case "irqmsi", "irqioapic", "ioports", "iospace", "iopagetable" -> x86 = true;
            case "armirq", "armsmc" -> arm = true;
            case "riscvirq" -> riscv = true;
            case "pagetable" -> table(ObjectReader.body(object));
            case "cnode", "tcb" -> guards(ObjectReader.body(object));
            default -> {
                // Exists everywhere.
            }
        }
    }

    private void table(JsonValue body) throws JsonValue.Unexpected {
        JsonValue level = body.optional("level");
        riscv |= level == null;
        // An empty root says nothing; a table of tables below the root is only there when words have 64 bits.
        wide |= level != null && level.number(8).intValue() == 1 && slots(body).stream().anyMatch(ArchGuess::isTable);
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
        if (x86 && !arm && !riscv) {
            return Optional.of(wide ? Arch.X86_64 : Arch.IA32);
        }
        if (arm && !x86 && !riscv) {
            return Optional.of(wide ? Arch.AARCH64 : Arch.ARM11);
        }
        return riscv && !x86 && !arm ? Optional.of(Arch.RISCV) : Optional.empty();
    }
}
