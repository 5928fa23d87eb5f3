package dev.trapwalk.lang.json;

import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.ObjectType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads one object. Variants are found without regard to case: older files say {@code TCB} where newer ones say {@code Tcb}. */
final class ObjectReader {
    /** A table is one of several types; {@link #table} decides. */
    private static final Map<String, ObjectType> TYPES = Map.ofEntries(Map.entry("untyped", ObjectType.UT),
            Map.entry("endpoint", ObjectType.EP), Map.entry("notification", ObjectType.NOTIFICATION),
            Map.entry("cnode", ObjectType.CNODE), Map.entry("tcb", ObjectType.TCB), Map.entry("irq", ObjectType.IRQ),
            Map.entry("vcpu", ObjectType.VCPU), Map.entry("frame", ObjectType.FRAME),
            Map.entry("pagetable", ObjectType.PT), Map.entry("asidpool", ObjectType.ASID_POOL),
            Map.entry("iospace", ObjectType.IO_DEVICE), Map.entry("iopagetable", ObjectType.IO_PT),
            Map.entry("armirq", ObjectType.ARM_IRQ), Map.entry("irqmsi", ObjectType.MSI_IRQ),
            Map.entry("irqioapic", ObjectType.IOAPIC_IRQ), Map.entry("riscvirq", ObjectType.IRQ),
            Map.entry("ioports", ObjectType.IO_PORTS), Map.entry("schedcontext", ObjectType.SC),
            Map.entry("reply", ObjectType.RTREPLY), Map.entry("armsmc", ObjectType.SMC));
    static final String DOMAIN_SET = "domainset";

    private final Arch arch;
    private final ImportNotes notes;
    private final FillReader fills;

    ObjectReader(Arch arch, ImportNotes notes) {
        this.arch = arch;
        this.notes = notes;
        this.fills = new FillReader(notes);
    }

    /** The variant of an enum value, {@code "Endpoint"} or {@code {"Endpoint": ...}}, in small letters. */
    static String variant(JsonValue value) throws JsonValue.Unexpected {
        if (value.isText()) {
            return value.text().toLowerCase(Locale.ROOT);
        }
        if (value.isObject() && value.members().size() == 1) {
            return value.members().keySet().iterator().next().toLowerCase(Locale.ROOT);
        }
        throw value.unexpected("import.variant");
    }

    /** What belongs to a variant; the value itself when nothing does. */
    static JsonValue body(JsonValue value) throws JsonValue.Unexpected {
        return value.isText() ? value : value.members().values().iterator().next();
    }

    ImportedObject read(JsonValue named) throws JsonValue.Unexpected {
        JsonValue name = named.optional("name");
        JsonValue object = named.get("object");
        String variant = variant(object);
        JsonValue body = body(object);
        String label = name == null ? null : name.text();
        if (variant.equals(DOMAIN_SET)) {
            return new ImportedObject(object, label, null, "", List.of());
        }
        ObjectType type = TYPES.get(variant);
        if (type == null) {
            throw object.unexpected("import.object", variant, String.join(", ", TYPES.keySet().stream().sorted().toList()));
        }
        if (type == ObjectType.PT) {
            type = table(body);
        }
        if (!type.existsOn(arch)) {
            throw object.unexpected("import.arch", type.keyword(), arch.keyword());
        }
        if (variant.equals("riscvirq")) {
            notes.lost(body, "import.lost", "extra.trigger");
        }
        JsonValue slots = body.isObject() ? body.optional("slots") : null;
        List<String> params = params(type, body);
        return new ImportedObject(object, label, type, params.isEmpty() ? "" : " (" + String.join(", ", params) + ")",
                slots == null ? List.of() : slots.elements());
    }

    /** Levels count from the root; the capDL tool numbers those of ia32 and arm11 as if there were four. */
    private ObjectType table(JsonValue body) throws JsonValue.Unexpected {
        if (body.optional("x86_ept") != null && body.get("x86_ept").flag()) {
            notes.lost(body.get("x86_ept"), "import.lost", "x86_ept");
        }
        if (arch == Arch.RISCV) {
            return ObjectType.PT;
        }
        JsonValue level = body.optional("level");
        if (level == null) {
            if (body.get("is_root").flag()) {
                return arch.vspaceRoot();
            }
            throw body.unexpected("import.missing", "level");
        }
        int number = level.number(8).intValue();
        int levels = arch.levels().size();
        int index = levels == 2 && number < 4 ? number % 2 : number;
        if (index >= levels) {
            throw level.unexpected("import.level", number, arch.keyword(), levels - 1);
        }
        return arch.levels().get(index).type();
    }

    private List<String> params(ObjectType type, JsonValue body) throws JsonValue.Unexpected {
        List<String> params = new ArrayList<>();
        switch (type) {
            case UT -> {
                params.add(body.get("size_bits").number(8) + " bits");
                hex(params, "paddr", body.optional("paddr"));
            }
            case CNODE -> params.add(body.get("size_bits").number(8) + " bits");
            case TCB -> thread(params, body.get("extra"));
            case FRAME -> {
                params.add(frameSize(body.get("size_bits")));
                hex(params, "paddr", body.optional("paddr"));
                fills.read(params, body.optional("init"));
            }
            case ASID_POOL -> params.add("asid_high: " + body.get("high").number(64));
            case IO_DEVICE -> {
                JsonValue pci = body.get("pci_device");
                params.add("domainID: " + body.get("domain_id").number(64));
                params.add(pci.get("bus").number(8) + ":" + pci.get("device").number(8) + "."
                        + pci.get("function").number(8));
            }
            case IO_PT -> params.add("level: " + body.get("level").number(64));
            case ARM_IRQ -> {
                JsonValue extra = body.get("extra");
                params.add("trigger: " + (extra.get("trigger").number(64).signum() == 0 ? "level" : "edge"));
                params.add("target: " + extra.get("target").number(64));
            }
            case MSI_IRQ -> words(params, body.get("extra"), "msi_handle", "handle", "msi_pci_bus", "pci_bus",
                    "msi_pci_dev", "pci_dev", "msi_pci_fun", "pci_func");
            case IOAPIC_IRQ -> words(params, body.get("extra"), "ioapic_num", "ioapic", "ioapic_pin", "pin",
                    "ioapic_level", "level", "ioapic_polarity", "polarity");
            case IO_PORTS -> params.add("ports: [" + body.get("start_port").number(64) + " .. "
                    + body.get("end_port").number(64) + "]");
            case SC -> {
                words(params, body.get("extra"), "period", "period", "budget", "budget", "data", "badge");
                params.add(body.get("size_bits").number(8) + " bits");
            }
            default -> {
                // The other types have no parameters.
            }
        }
        return params;
    }

    private void thread(List<String> params, JsonValue extra) throws JsonValue.Unexpected {
        hex(params, "addr", extra.get("ipc_buffer_addr"));
        hex(params, "ip", extra.get("ip"));
        hex(params, "sp", extra.get("sp"));
        params.add("prio: " + extra.get("prio").number(8));
        params.add("max_prio: " + extra.get("max_prio").number(8));
        params.add("affinity: " + extra.get("affinity").number(64));
        JsonValue resume = extra.optional("resume");
        if (resume != null && !resume.flag()) {
            params.add("resume: False");
        }
        JsonValue floats = extra.optional("fpu_disabled");
        if (floats != null && floats.flag()) {
            params.add("fpu_disabled: True");
        }
        JsonValue domain = extra.optional("domain");
        if (domain != null && domain.number(8).signum() != 0) {
            params.add("dom: " + domain.number(8));
        }
        JsonValue fault = extra.optional("master_fault_ep");
        if (fault != null && fault.number(64).signum() != 0) {
            hex(params, "fault_ep", fault);
        }
        JsonValue status = extra.optional("spsr");
        if (status != null && status.number(64).signum() != 0) {
            notes.lost(status, "import.lost", "spsr");
        }
        JsonValue registers = extra.optional("gprs");
        if (registers != null && !registers.elements().isEmpty()) {
            List<String> words = new ArrayList<>();
            for (JsonValue register : registers.elements()) {
                words.add(register.number(64).toString());
            }
            params.add("init: [" + String.join(", ", words) + "]");
        }
    }

    private static String frameSize(JsonValue bits) throws JsonValue.Unexpected {
        int size = bits.number(8).intValue();
        if (size < 10 || size > 63) {
            throw bits.unexpected("import.frame", size);
        }
        return size < 20 ? BigInteger.ONE.shiftLeft(size - 10) + "k" : BigInteger.ONE.shiftLeft(size - 20) + "M";
    }

    /** @param names capDL's name and JSON's in turn */
    private static void words(List<String> params, JsonValue extra, String... names) throws JsonValue.Unexpected {
        for (int i = 0; i < names.length; i += 2) {
            params.add(names[i] + ": " + extra.get(names[i + 1]).number(64));
        }
    }

    private static void hex(List<String> params, String key, JsonValue value) throws JsonValue.Unexpected {
        if (value != null) {
            params.add(key + ": 0x" + value.number(64).toString(16));
        }
    }
}
