package dev.trapwalk.engine.program;

/**
 * Where a statement stands in its source, for breakpoints and messages.
 *
 * @param line first line, 1-based; 0 when there is no source
 * @param column first column, 1-based
 * @param endLine last line
 * @param endColumn column after the last character
 * @param text the source text of the statement, on one line
 */
public record SourceRange(int line, int column, int endLine, int endColumn, String text) {

    /** A statement that does not come from a source. */
    public static SourceRange none(String text) {
        return new SourceRange(0, 0, 0, 0, text);
    }
}
