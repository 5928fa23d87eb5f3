package dev.trapwalk.lang.ide.document;

import dev.trapwalk.lang.tree.Lines;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Turns offsets of a text (UTF-16 units) into the protocol's positions, both from 0, and back. */
public final class LineIndex {
    private final String text;
    private final Lines lines;

    public LineIndex(String text) {
        this.text = text;
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

    /** Offset of {@code position}; a column behind the end of its line counts as the end, as the protocol says. */
    public int offset(Position position) {
        int start = lines.start(position.getLine());
        return Math.max(start, Math.min(start + Math.max(0, position.getCharacter()), end(position.getLine())));
    }

    /** Offset behind the last character of {@code line}, before what ends the line. */
    private int end(int line) {
        if (line + 1 >= lines.count()) {
            return lines.length();
        }
        int next = lines.start(line + 1);
        boolean two = next >= 2 && text.charAt(next - 1) == '\n' && text.charAt(next - 2) == '\r';
        return Math.max(0, next - (two ? 2 : 1));
    }
}
