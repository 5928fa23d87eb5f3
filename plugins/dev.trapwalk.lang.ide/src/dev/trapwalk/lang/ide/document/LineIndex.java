package dev.trapwalk.lang.ide.document;

import dev.trapwalk.lang.tree.Lines;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Turns offsets of a text (UTF-16 units) into the protocol's positions, both from 0, and back. */
public final class LineIndex {
    private final Lines lines;

    public LineIndex(String text) {
        lines = new Lines(text);
    }

    /** Number of lines; a text that ends with a line end has an empty last line. */
    public int lines() {
        return lines.count();
    }

    /** Offset of the first character of {@code line}; lines outside of the text count as the nearest. */
    public int start(int line) {
        return lines.start(line);
    }

    /** The line that holds {@code offset}. */
    public int line(int offset) {
        return lines.line(offset);
    }

    /** Position of {@code offset}. */
    public Position position(int offset) {
        int safe = Math.max(0, Math.min(offset, lines.length()));
        int line = line(safe);
        return new Position(line, safe - lines.start(line));
    }

    /** The range from {@code offset}, {@code count} characters long. */
    public Range range(int offset, int count) {
        return new Range(position(offset), position(offset + count));
    }

    /** Offset of {@code position}; what lies behind the end of a line counts as its end, as the protocol says. */
    public int offset(Position position) {
        int start = lines.start(position.getLine());
        int end = position.getLine() + 1 < lines.count() ? lines.start(position.getLine() + 1) : lines.length();
        return Math.max(start, Math.min(start + Math.max(0, position.getCharacter()), end));
    }
}
