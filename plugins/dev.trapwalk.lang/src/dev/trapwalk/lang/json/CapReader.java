package dev.trapwalk.lang.json;

import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.Rights;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads one capability into capDL: target and parameters. */
final class CapReader {
    private static final Map<String, ObjectType> TARGETS = Map.ofEntries(Map.entry("untyped", ObjectType.UT),
            Map.entry("endpoint", ObjectType.EP), Map.entry("notification", ObjectType.NOTIFICATION),
            Map.entry("cnode", ObjectType.CNODE), Map.entry("tcb", ObjectType.TCB),
            Map.entry("irqhandler", ObjectType.IRQ), Map.entry("vcpu", ObjectType.VCPU),
            Map.entry("frame", ObjectType.FRAME), Map.entry("asidpool", ObjectType.ASID_POOL),
            Map.entry("iospace", ObjectType.IO_DEVICE), Map.entry("iopagetable", ObjectType.IO_PT),
            Map.entry("armirqhandler", ObjectType.ARM_IRQ), Map.entry("irqmsihandler", ObjectType.MSI_IRQ),
            Map.entry("irqioapichandler", ObjectType.IOAPIC_IRQ), Map.entry("riscvirqhandler", ObjectType.IRQ),
            Map.entry("ioports", ObjectType.IO_PORTS), Map.entry("schedcontext", ObjectType.SC),
            Map.entry("reply", ObjectType.RTREPLY), Map.entry("armsmc", ObjectType.SMC));
    private static final String TABLE = "pagetable";

    private final List<ImportedObject> objects;
    private final NameTable names;
    private final ImportNotes notes;

    CapReader(List<ImportedObject> objects, NameTable names, ImportNotes notes) {
        this.objects = objects;
        this.names = names;
        this.notes = notes;
    }

    /** A capability as capDL writes it, {@code ep (RW, badge: 0x1)}. */
    String read(JsonValue cap) throws JsonValue.Unexpected {
        String variant = ObjectReader.variant(cap);
        JsonValue body = ObjectReader.body(cap);
        int index = index(body.get("object"), objects.size());
        ImportedObject target = objects.get(index);
        if (variant.equals(ObjectReader.DOMAIN_SET)) {
            return "domain";
        }
        if (!variant.equals(TABLE) && !TARGETS.containsKey(variant)) {
            throw cap.unexpected("import.capVariant", variant);
        }
        if (target == null) {
            return null;
        }
        boolean fits = variant.equals(TABLE) ? target.type() != null && target.type().isPageTable()
                : TARGETS.get(variant) == target.type();
        if (!fits) {
            throw cap.unexpected("import.capTarget", variant, index,
                    target.type() == null ? ObjectReader.DOMAIN_SET : target.type().keyword());
        }
        List<String> params = params(variant, body);
        return names.of(index) + (params.isEmpty() ? "" : " (" + String.join(", ", params) + ")");
    }

    static int index(JsonValue value, int size) throws JsonValue.Unexpected {
        BigInteger index = value.number(63);
        if (index.compareTo(BigInteger.valueOf(size)) >= 0) {
            throw value.unexpected("import.index", index, size);
        }
        return index.intValue();
    }

    private List<String> params(String variant, JsonValue body) throws JsonValue.Unexpected {
        List<String> params = new ArrayList<>();
        switch (variant) {
            case "endpoint", "notification" -> {
                rights(params, body.get("rights"), false);
                badge(params, body.get("badge"));
            }
            case "armsmc" -> {
                // Written since capabilities of this kind have badges.
                if (body.optional("badge") != null) {
                    badge(params, body.get("badge"));
                }
            }
            case "reply" -> {
                JsonValue rights = body.optional("rights");
                List<String> some = new ArrayList<>();
                if (rights != null) {
                    rights(some, rights, false);
                }
                if (!some.isEmpty()) {
                    notes.lost(rights, "import.lost", "rights");
                }
            }
            case "cnode" -> {
                BigInteger guard = body.get("guard").number(64);
                BigInteger size = body.get("guard_size").number(64);
                if (guard.signum() != 0) {
                    params.add("guard: 0x" + guard.toString(16));
                }
                if (size.signum() != 0) {
                    params.add("guard_size: " + size);
                }
            }
            case "frame" -> {
                JsonValue executable = body.optional("executable");
                rights(params, body.get("rights"), executable != null && executable.flag());
                if (!body.get("cached").flag()) {
                    params.add("uncached");
                }
            }
            default -> {
                // The others have no parameters.
            }
        }
        return params;
    }

    private static void badge(List<String> params, JsonValue value) throws JsonValue.Unexpected {
        BigInteger badge = value.number(64);
        if (badge.signum() != 0) {
            params.add("badge: 0x" + badge.toString(16));
        }
    }

    /** capDL says with one letter what newer files say with {@code executable}: grant on a frame. */
    private static void rights(List<String> params, JsonValue rights, boolean executable) throws JsonValue.Unexpected {
        int mask = (rights.get("read").flag() ? Rights.READ : 0) | (rights.get("write").flag() ? Rights.WRITE : 0)
                | (rights.get("grant").flag() || executable ? Rights.GRANT : 0)
                | (rights.get("grant_reply").flag() ? Rights.GRANT_REPLY : 0);
        if (mask != 0) {
            params.add(Rights.toString(mask));
        }
    }
}
