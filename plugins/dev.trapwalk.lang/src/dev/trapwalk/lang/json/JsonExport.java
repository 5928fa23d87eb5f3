package dev.trapwalk.lang.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.CdtEdge;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.Counts;
import dev.trapwalk.lang.model.IrqEntry;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.ParamKey;
import dev.trapwalk.lang.model.PseudoTarget;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a layout as JSON. Arrays are written out, one object per element, as JSON has none; copies become the capabilities
 * they are.
 */
public final class JsonExport {
    /** Arrays are written out, so a typing error must not fill the disk. */
    private static final long MOST = 2_000_000;
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

    private final CapdlModel model;
    private final ExportNotes notes;

    private JsonExport(CapdlModel model) {
        this.model = model;
        this.notes = new ExportNotes(model);
    }

    /** The layout as JSON, with what JSON cannot say. Programs of a scenario are not part of it. */
    public static Converted write(CapdlModel model) {
        return new JsonExport(model).write();
    }

    private Converted write() {
        Counts counts = model.counts();
        if (counts.objects() > MOST || counts.caps() > MOST) {
            notes.error(null, "export.tooLarge", counts.objects(), counts.caps(), MOST);
            return new Converted(null, notes.list());
        }
        ObjectNumbering numbering = new ObjectNumbering(model, this::isKnown, notes);
        JsonObject spec = new JsonObject();
        spec.addProperty("arch", model.arch().keyword());
        boolean domainSet = uses(PseudoTarget.DOMAIN);
        int shift = domainSet ? 1 : 0;
        CapJson caps = new CapJson(numbering, shift, notes);
        spec.add("objects", objects(numbering, caps, domainSet));
        spec.add("irqs", irqs(numbering, shift));
        new ScheduleJson(model.module(), notes).write(spec);
        spec.add("asid_slots", asidSlots(numbering, shift));
        spec.add("root_objects", range(0, numbering.roots() + shift));
        JsonArray covers = new JsonArray();
        for (ObjectNumbering.Children children : numbering.children()) {
            JsonObject cover = new JsonObject();
            cover.addProperty("parent", children.parent() + shift);
            cover.add("children", range(children.start() + shift, children.end() + shift));
            covers.add(cover);
        }
        spec.add("untyped_covers", covers);
        for (CdtEdge edge : model.cdt()) {
            notes.lost(edge.source(), "export.cdt", edge.child(), edge.parent());
        }
        return new Converted(notes.hasErrors() ? null : GSON.toJson(spec) + "\n", notes.list());
    }

    private boolean isKnown(ObjectDecl decl) {
        if (decl.type() == null || decl.type() == ObjectType.STREAMID || decl.type() == ObjectType.CONTEXTBANK
                || decl.type() == ObjectType.ARM_IO_DEVICE || decl.type() == ObjectType.ARM_SGI_SIGNAL) {
            notes.lost(decl.nameRef(), "export.type", decl, decl.type() == null ? "?" : decl.type().keyword());
            return false;
        }
        return true;
    }

    private boolean uses(PseudoTarget target) {
        return model.containers().stream().flatMap(List::stream).flatMap(container -> container.runs().stream())
                .anyMatch(run -> run.pseudo() == target);
    }

    private JsonArray objects(ObjectNumbering numbering, CapJson caps, boolean domainSet) {
        ObjectJson objects = new ObjectJson(model, notes);
        JsonArray array = new JsonArray();
        if (domainSet) {
            array.add(named(PseudoTarget.DOMAIN.keyword(), new JsonPrimitive("DomainSet")));
        }
        for (ObjectRef object : numbering.order()) {
            array.add(named(object.toString(), objects.of(object, slots(object, caps))));
        }
        return array;
    }

    private static JsonObject named(String name, JsonElement object) {
        JsonObject named = new JsonObject();
        named.addProperty("name", name);
        named.add("object", object);
        return named;
    }

    private JsonArray slots(ObjectRef object, CapJson caps) {
        JsonArray slots = new JsonArray();
        Container container = model.container(object);
        if (container != null) {
            for (CapRun run : container.runs()) {
                for (long n = 0; n < run.count(); n++) {
                    JsonElement cap = caps.of(run, n);
                    if (cap != JsonNull.INSTANCE) {
                        JsonObject entry = new JsonObject();
                        entry.addProperty("slot", run.slot() + n);
                        entry.add("cap", cap);
                        slots.add(entry);
                    }
                }
            }
        }
        return slots;
    }

    private JsonArray irqs(ObjectNumbering numbering, int shift) {
        JsonArray irqs = new JsonArray();
        for (IrqEntry entry : model.irqs().stream().sorted(Comparator.comparingLong(IrqEntry::irq)).toList()) {
            for (long n = 0; entry.targets() != null && n < entry.count(); n++) {
                Integer handler = numbering.of(entry.targets().get(n));
                if (handler != null) {
                    JsonObject irq = new JsonObject();
                    irq.addProperty("irq", entry.irq() + n);
                    irq.addProperty("handler", handler + shift);
                    irqs.add(irq);
                }
            }
        }
        return irqs;
    }

    /** ASID pools by their upper ASID bits, which the initialiser counts from 1 on. */
    private JsonArray asidSlots(ObjectNumbering numbering, int shift) {
        JsonArray slots = new JsonArray();
        List<ObjectRef> pools = numbering.order().stream()
                .filter(object -> object.decl().is(ObjectType.ASID_POOL)
                        && object.decl().number(ParamKey.ASID_HIGH) != null)
                .sorted(Comparator.comparing(object -> object.decl().number(ParamKey.ASID_HIGH))).toList();
        for (int i = 0; i < pools.size(); i++) {
            ObjectDecl decl = pools.get(i).decl();
            if (decl.number(ParamKey.ASID_HIGH).longValue() != i + 1) {
                notes.lost(decl.param(ParamKey.ASID_HIGH).source(), "export.asidHigh", decl, i + 1);
            }
            slots.add(numbering.of(pools.get(i)) + shift);
        }
        return slots;
    }

    private static JsonObject range(int start, int end) {
        JsonObject range = new JsonObject();
        range.addProperty("start", start);
        range.addProperty("end", end);
        return range;
    }
}
