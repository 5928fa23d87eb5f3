package dev.trapwalk.engine.recordings;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * One field in which we differ from a recording.
 *
 * @param field path of the field
 * @param expected what the real kernel did
 * @param got what we did
 */
record Difference(String field, String expected, String got) {

    /** Adds every difference between two values to a list. A missing field differs from any value. */
    static void compare(String field, JsonElement expected, JsonElement got, List<Difference> into) {
        if (expected != null && got != null && expected.isJsonObject() && got.isJsonObject()) {
            JsonObject a = expected.getAsJsonObject();
            JsonObject b = got.getAsJsonObject();
            Set<String> keys = new TreeSet<>(a.keySet());
            keys.addAll(b.keySet());
            keys.forEach(key -> compare(field + "." + key, a.get(key), b.get(key), into));
        } else if (expected != null && got != null && expected.isJsonArray() && got.isJsonArray()) {
            JsonArray a = expected.getAsJsonArray();
            JsonArray b = got.getAsJsonArray();
            for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
                compare(field + "[" + i + "]", i < a.size() ? a.get(i) : null, i < b.size() ? b.get(i) : null, into);
            }
        } else if (!text(expected).equals(text(got))) {
            into.add(new Difference(field, text(expected), text(got)));
        }
    }

    private static String text(JsonElement element) {
        return element == null ? "(nothing)" : element.isJsonPrimitive() ? element.getAsString() : element.toString();
    }

    @Override
    public String toString() {
        return field + ": expected " + expected + ", got " + got;
    }
}
