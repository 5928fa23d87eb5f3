package dev.trapwalk.lang.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.trapwalk.lang.capdl.CapParam;
import dev.trapwalk.lang.model.CapAttributes;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.PseudoTarget;
import dev.trapwalk.lang.model.Rights;
import java.math.BigInteger;

/** Writes one capability: {@code {"Endpoint": {"object": 3, "badge": 1, "rights": {...}}}}. */
final class CapJson {
    private final ObjectNumbering numbering;
    private final int shift;
    private final ExportNotes notes;

    /** @param shift what is added to each index */
    CapJson(ObjectNumbering numbering, int shift, ExportNotes notes) {
        this.numbering = numbering;
        this.shift = shift;
        this.notes = notes;
    }

    /** The {@code n}th capability of a run, or {@link JsonNull#INSTANCE} when JSON has no such capability. */
    JsonElement of(CapRun run, long n) {
        if (run.pseudo() != null) {
            return pseudo(run);
        }
        if (run.targets() == null) {
            return JsonNull.INSTANCE;
        }
        ObjectRef target = run.targets().get(n);
        Integer number = numbering.of(target);
        String variant = number == null ? null : variant(run);
        if (variant == null) {
            notes.lost(run.source(), "export.cap", target);
            return JsonNull.INSTANCE;
        }
        unsaid(run);
        JsonObject body = new JsonObject();
        body.addProperty("object", number + shift);
        attributes(run, variant, body);
        return variant(variant, body);
    }

    private static JsonObject variant(String name, JsonObject body) {
        JsonObject cap = new JsonObject();
        cap.add(name, body);
        return cap;
    }

    private JsonElement pseudo(CapRun run) {
        if (run.pseudo() != PseudoTarget.DOMAIN) {
            notes.lost(run.source(), "export.cap", run.pseudo().keyword());
            return JsonNull.INSTANCE;
        }
        JsonObject body = new JsonObject();
        body.addProperty("object", 0);
        return variant("DomainSet", body);
    }

    private static String variant(CapRun run) {
        if (run.attributes().reply() != 0) {
            return null;
        }
        ObjectType type = run.target().type();
        return switch (type) {
            case UT -> "Untyped";
            case EP -> "Endpoint";
            case NOTIFICATION -> "Notification";
            case CNODE -> run.target().bits() == 0 ? "IrqHandler" : "CNode";
            case TCB -> "Tcb";
            case IRQ -> "IrqHandler";
            case VCPU -> "VCpu";
            case FRAME -> "Frame";
            case PT, PD, PDPT, PML4, PUD, PGD -> "PageTable";
            case ASID_POOL -> "AsidPool";
            case IO_DEVICE -> "IOSpace";
            case IO_PT -> "IOPageTable";
            case ARM_IRQ -> "ArmIrqHandler";
            case MSI_IRQ -> "IrqMsiHandler";
            case IOAPIC_IRQ -> "IrqIOApicHandler";
            case IO_PORTS -> "IOPorts";
            case SC -> "SchedContext";
            case RTREPLY -> "Reply";
            case SMC -> "ArmSmc";
            case STREAMID, CONTEXTBANK, ARM_IO_DEVICE, ARM_SGI_SIGNAL -> null;
        };
    }

    private void attributes(CapRun run, String variant, JsonObject body) {
        CapAttributes attributes = run.attributes();
        switch (variant) {
            case "Endpoint", "Notification" -> {
                body.addProperty("badge", number(attributes.badge()));
                body.add("rights", rights(attributes.rights()));
            }
            case "CNode" -> {
                body.addProperty("guard", number(attributes.guard()));
                body.addProperty("guard_size", number(attributes.guardSize()));
            }
            case "Frame" -> {
                body.add("rights", rights(attributes.rights()));
                body.addProperty("cached", !attributes.uncached());
                body.addProperty("executable", (attributes.rights() & Rights.GRANT) != 0);
            }
            case "ArmSmc" -> body.addProperty("badge", number(attributes.badge()));
            default -> {
                // The others have no attributes.
            }
        }
    }

    /** Parameters that the model does not interpret and that JSON has no place for. */
    private void unsaid(CapRun run) {
        for (CapParam param : run.params()) {
            String key = param.getWords().isEmpty() ? "" : param.getWords().get(0);
            if (key.equals("asid") || key.equals("mapping")) {
                notes.lost(param, "export.capParam", key, run.target());
            }
        }
    }

    private static BigInteger number(BigInteger value) {
        return value == null ? BigInteger.ZERO : Numbers.wrap(value);
    }

    private static JsonObject rights(int rights) {
        JsonObject object = new JsonObject();
        object.addProperty("read", (rights & Rights.READ) != 0);
        object.addProperty("write", (rights & Rights.WRITE) != 0);
        object.addProperty("grant", (rights & Rights.GRANT) != 0);
        object.addProperty("grant_reply", (rights & Rights.GRANT_REPLY) != 0);
        return object;
    }
}
