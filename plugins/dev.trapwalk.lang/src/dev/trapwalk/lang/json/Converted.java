package dev.trapwalk.lang.json;

import java.util.List;

/**
 * A file in its other form.
 *
 * @param text the result, or null when there are errors
 * @param notes what is wrong, or what the other form cannot say
 */
public record Converted(String text, List<Note> notes) {

    public Converted {
        notes = List.copyOf(notes);
    }
}
