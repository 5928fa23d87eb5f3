package dev.trapwalk.lang.json;

import dev.trapwalk.lang.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with a JSON file, and what capDL cannot say of it. */
final class ImportNotes {

    /** Part of reading a file; when it throws, only that part is missing from the result. */
    interface Step {
        void run() throws JsonValue.Unexpected;
    }

    /** So often the same loss is told at its place; thousands of frames lose the same. */
    private static final int EACH = 3;

    private final List<Note> notes = new ArrayList<>();
    private final Map<String, Integer> losses = new LinkedHashMap<>();
    private final Map<String, JsonValue> last = new LinkedHashMap<>();

    /** Runs a step and notes what it finds unexpected. */
    void attempt(Step step) {
        try {
            step.run();
        } catch (JsonValue.Unexpected unexpected) {
            add(Severity.ERROR, unexpected.at(), unexpected.getMessage());
        }
    }

    /** capDL cannot say what stands at {@code at}. */
    void lost(JsonValue at, String key, Object... arguments) {
        String message = Messages.format(key, arguments);
        if (losses.merge(message, 1, Integer::sum) <= EACH) {
            add(Severity.WARNING, at, message);
        } else {
            last.put(message, at);
        }
    }

    private void add(Severity severity, JsonValue at, String message) {
        notes.add(new Note(severity, at.line(), at.column(), at.path(), message));
    }

    boolean hasErrors() {
        return notes.stream().anyMatch(Note::isError);
    }

    List<Note> list() {
        last.forEach((message, at) -> add(Severity.WARNING, at,
                Messages.format("import.again", losses.get(message) - EACH, message)));
        last.clear();
        return notes;
    }
}
