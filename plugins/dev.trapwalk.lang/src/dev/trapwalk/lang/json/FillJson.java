package dev.trapwalk.lang.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.trapwalk.lang.capdl.FillItem;
import dev.trapwalk.lang.capdl.ListItem;
import dev.trapwalk.lang.capdl.ListValue;
import dev.trapwalk.lang.conversion.CapdlValueConverterService;
import dev.trapwalk.lang.model.FillEntry;
import dev.trapwalk.lang.model.Param;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Writes what a frame is filled with. capDL says it in free text of which python-capdl writes two forms:
 * {@code {offset length CDL_FrameFill_FileData "file" file_offset}} and
 * {@code {offset length CDL_FrameFill_BootInfo CDL_FrameFill_BootInfo_FDT offset}}.
 */
final class FillJson {
    static final String FILE = "CDL_FrameFill_FileData";
    static final String BOOT_INFO = "CDL_FrameFill_BootInfo";
    static final String DEVICE_TREE = "CDL_FrameFill_BootInfo_FDT";
    private static final Pattern NUMBER = Pattern.compile("\\d+|0[xX][0-9a-fA-F]+");

    private final ExportNotes notes;

    FillJson(ExportNotes notes) {
        this.notes = notes;
    }

    /** @param fill the parameter, or null when the frame is empty */
    JsonObject of(Param fill) {
        JsonArray entries = new JsonArray();
        if (fill != null && fill.source().getValue() instanceof ListValue list) {
            for (ListItem item : list.getItems()) {
                JsonElement entry = item instanceof FillItem text && text.getText() != null ? entry(text.getText()) : null;
                if (entry == null) {
                    notes.lost(item, "export.fill");
                } else {
                    entries.add(entry);
                }
            }
        }
        return ObjectJson.object("entries", entries);
    }

    private static JsonElement entry(String text) {
        FillEntry read = FillEntry.of(text);
        if (read == null || read.words().size() != 5) {
            return null;
        }
        String[] words = read.words().toArray(String[]::new);
        if (!isNumber(words[0]) || !isNumber(words[1]) || !isNumber(words[4])) {
            return null;
        }
        BigInteger start = number(words[0]);
        JsonObject range = ObjectJson.object("start", new JsonPrimitive(start), "end",
                new JsonPrimitive(start.add(number(words[1]))));
        JsonPrimitive offset = new JsonPrimitive(number(words[4]));
        JsonObject content = null;
        if (words[2].equals(FILE) && words[3].length() >= 2 && words[3].startsWith("\"") && words[3].endsWith("\"")) {
            content = ObjectJson.object("Data", ObjectJson.object("file",
                    new JsonPrimitive(words[3].substring(1, words[3].length() - 1)), "file_offset", offset));
        } else if (words[2].equals(BOOT_INFO) && words[3].equals(DEVICE_TREE)) {
            content = ObjectJson.object("BootInfo", ObjectJson.object("id", new JsonPrimitive("Fdt"), "offset", offset));
        }
        return content == null ? null : ObjectJson.object("range", range, "content", content);
    }

    private static boolean isNumber(String word) {
        return NUMBER.matcher(word).matches();
    }

    private static BigInteger number(String word) {
        return CapdlValueConverterService.number(word);
    }
}
