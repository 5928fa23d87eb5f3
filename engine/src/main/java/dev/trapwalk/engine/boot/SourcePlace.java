package dev.trapwalk.engine.boot;

/**
 * Where something stands in the layout's source, so that messages and answers can point there.
 *
 * @param line 1-based, 0 when there is none
 * @param column 1-based
 */
public record SourcePlace(int line, int column) {

    /** No source. */
    public static final SourcePlace NONE = new SourcePlace(0, 0);
}
