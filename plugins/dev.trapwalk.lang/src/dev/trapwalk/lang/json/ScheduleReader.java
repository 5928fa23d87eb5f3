package dev.trapwalk.lang.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Reads the domain schedule, as the initialiser has it now and as it had it before durations got units. */
final class ScheduleReader {

    private ScheduleReader() {
    }

    /** The section {@code domains}, or an empty text. */
    static String read(JsonValue spec) throws JsonValue.Unexpected {
        JsonValue schedule = spec.optional("domain_schedule");
        if (schedule == null) {
            return "";
        }
        List<String> entries = new ArrayList<>();
        for (JsonValue entry : schedule.elements()) {
            JsonValue duration = entry.optional("duration");
            entries.add(duration == null
                    ? "(" + entry.get("id").number(8) + ", " + entry.get("time").number(64) + ")"
                    : "(" + entry.get("domain").number(8) + ", " + duration(duration) + ")");
        }
        JsonValue start = spec.optional("domain_set_start");
        JsonValue shift = spec.optional("domain_idx_shift");
        BigInteger index = shift == null ? BigInteger.ZERO : shift.number(64);
        return "\ndomains {\n    schedule: [" + String.join(", ", entries) + "]\n"
                + "    domain_set_start: " + (start == null ? "no_start" : start.number(64)) + "\n"
                + (index.signum() == 0 ? "" : "    index_shift: " + index + "\n") + "}\n";
    }

    private static String duration(JsonValue duration) throws JsonValue.Unexpected {
        return switch (ObjectReader.variant(duration)) {
            case "ticks" -> ObjectReader.body(duration).number(64).toString();
            case "us" -> ObjectReader.body(duration).number(64) + " us";
            case "endmarker" -> "0";
            default -> throw duration.unexpected("import.duration");
        };
    }
}
