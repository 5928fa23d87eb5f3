package dev.trapwalk.lang;

import java.util.List;

/**
 * One finding at one place of a file.
 *
 * @param id stable id of the check: {@code E01} to {@code E26}, {@code P01} to {@code P07} for programs, {@code V01} for the
 *        verified initialiser, {@code S00} for syntax; on the command line also {@code F00} for a file that cannot be read
 * @param severity after the profile has been applied
 * @param offset first character, 0-based
 * @param length number of characters
 * @param line 1-based
 * @param column 1-based
 * @param message what is wrong and what is expected, in the user's language
 * @param fix code of the quick fix that mends it, or an empty string; see {@link Fixes}
 * @param data arguments of the quick fix
 */
public record Diagnostic(String id, Severity severity, int offset, int length, int line, int column, String message,
        String fix, List<String> data) {
}
