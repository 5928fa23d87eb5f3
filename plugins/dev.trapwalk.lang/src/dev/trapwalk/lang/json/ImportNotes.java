package dev.trapwalk.lang.json;

import dev.trapwalk.lang.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a JSON file, and what capDL cannot say of it. */
final class ImportNotes {

    /** Part of reading a file; when it throws, only that part is missing from the result. */
    interface Step {
        void run() throws JsonValue.Unexpected;
    }

    private final List<Note> notes = new ArrayList<>();

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
        add(Severity.WARNING, at, Messages.format(key, arguments));
    }

    private void add(Severity severity, JsonValue at, String message) {
        notes.add(new Note(severity, at.line(), at.column(), at.path(), message));
    }

    boolean hasErrors() {
        return notes.stream().anyMatch(Note::isError);
    }

    List<Note> list() {
        return notes;
    }
}
