package dev.trapwalk.lang.json;

import dev.trapwalk.lang.Severity;

/**
 * Something that a conversion could not do or could not carry over.
 *
 * @param severity an error means that there is no result
 * @param line 1-based, in the file that was read
 * @param column 1-based
 * @param path where in a JSON file, such as {@code $.objects[3].name}; empty for capDL
 * @param message what is wrong and what is expected, in the user's language
 */
public record Note(Severity severity, int line, int column, String path, String message) {

    /** Id under which these notes are reported, beside the ids of the checks. */
    public static final String ID = "X01";

    boolean isError() {
        return severity == Severity.ERROR;
    }
}
