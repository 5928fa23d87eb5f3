package dev.trapwalk.lang.json;

import dev.trapwalk.lang.model.ObjectType;
import java.util.List;

/**
 * An object as a JSON file describes it.
 *
 * @param at where its body stands
 * @param name its name as written, or null
 * @param type its type, or null for one that capDL does not have as an object (the domain set)
 * @param params its parameters in capDL, in parentheses and with a blank before, or an empty text
 * @param slots what it holds
 */
record ImportedObject(JsonValue at, String name, ObjectType type, String params, List<JsonValue> slots) {
}
