package dev.trapwalk.lang.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Reads what a frame is filled with; capDL has text for parts of files and for the device tree, not for bytes. */
final class FillReader {
    private final ImportNotes notes;

    FillReader(ImportNotes notes) {
        this.notes = notes;
    }

    /** @param init {@code {"entries": [...]}}, in older files {@code {"Fill": {"entries": [...]}}}; or null */
    void read(List<String> params, JsonValue init) throws JsonValue.Unexpected {
        if (init == null) {
            return;
        }
        JsonValue fill = init.optional("Fill") != null ? init.get("Fill") : init;
        if (fill.optional("entries") == null) {
            notes.lost(fill, "import.lost", "init");
            return;
        }
        List<String> entries = new ArrayList<>();
        for (JsonValue entry : fill.get("entries").elements()) {
            String text = entry(entry);
            if (text == null) {
                notes.lost(entry, "import.fill");
            } else {
                entries.add(text);
            }
        }
        if (!entries.isEmpty()) {
            params.add("fill: [" + String.join(", ", entries) + "]");
        }
    }

    private static String entry(JsonValue entry) throws JsonValue.Unexpected {
        JsonValue range = entry.get("range");
        BigInteger start = range.get("start").number(64);
        BigInteger end = range.get("end").number(64);
        if (end.compareTo(start) < 0) {
            throw range.unexpected("import.range", start, end);
        }
        JsonValue content = entry.get("content");
        String place = "{" + start + " " + end.subtract(start) + " ";
        JsonValue data = content.optional("Data");
        if (data != null && data.isObject() && data.optional("file") != null && isWord(data.get("file").text())) {
            return place + FillJson.FILE + " \"" + data.get("file").text() + "\" " + data.get("file_offset").number(64)
                    + "}";
        }
        JsonValue info = content.optional("BootInfo");
        if (info != null && ObjectReader.variant(info.get("id")).equals("fdt")) {
            return place + FillJson.BOOT_INFO + " " + FillJson.DEVICE_TREE + " " + info.get("offset").number(64) + "}";
        }
        return null;
    }

    /** Blanks end a word of a fill entry, a brace the entry. */
    private static boolean isWord(String file) {
        return file.chars().noneMatch(c -> Character.isWhitespace(c) || c == '}' || c == '"' || Character.isISOControl(c));
    }
}
