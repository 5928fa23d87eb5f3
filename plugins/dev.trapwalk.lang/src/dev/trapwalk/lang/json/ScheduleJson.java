package dev.trapwalk.lang.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.trapwalk.lang.capdl.DomainEntry;
import dev.trapwalk.lang.capdl.DomainItem;
import dev.trapwalk.lang.capdl.DomainsSection;
import dev.trapwalk.lang.capdl.Module;
import dev.trapwalk.lang.model.Numbers;
import java.math.BigInteger;

/** Writes the domain schedule; without one in the layout its three members are null. */
final class ScheduleJson {
    private final Module module;
    private final ExportNotes notes;

    ScheduleJson(Module module, ExportNotes notes) {
        this.module = module;
        this.notes = notes;
    }

    void write(JsonObject spec) {
        DomainItem schedule = item("schedule");
        DomainItem start = item("domain_set_start");
        DomainItem shift = item("index_shift");
        spec.add("domain_schedule", schedule == null ? JsonNull.INSTANCE : entries(schedule));
        boolean given = start != null && start.getNumber() != null;
        spec.add("domain_set_start", given ? new JsonPrimitive(Numbers.wrap(start.getNumber()))
                : schedule == null || start != null ? JsonNull.INSTANCE : new JsonPrimitive(0));
        spec.add("domain_idx_shift", shift == null || shift.getNumber() == null
                ? schedule == null ? JsonNull.INSTANCE : new JsonPrimitive(0)
                : new JsonPrimitive(Numbers.wrap(shift.getNumber())));
        if (schedule == null && (start != null || shift != null)) {
            notes.lost(start != null ? start : shift, "export.noSchedule");
        }
    }

    private DomainItem item(String key) {
        return module.getSections().stream().filter(DomainsSection.class::isInstance).map(DomainsSection.class::cast)
                .flatMap(section -> section.getItems().stream()).filter(item -> key.equals(item.getKey())).findFirst()
                .orElse(null);
    }

    private static JsonArray entries(DomainItem schedule) {
        JsonArray entries = new JsonArray();
        for (DomainEntry entry : schedule.getEntries()) {
            JsonObject json = new JsonObject();
            json.addProperty("domain", Numbers.wrap(entry.getDomain()));
            json.add("duration", duration(Numbers.wrap(entry.getDuration()), entry.getUnit()));
            entries.add(json);
        }
        return entries;
    }

    private static JsonElement duration(BigInteger duration, String unit) {
        return duration.signum() == 0 ? new JsonPrimitive("EndMarker")
                : ObjectJson.object("us".equals(unit) ? "Us" : "Ticks", new JsonPrimitive(duration));
    }
}
