package dev.trapwalk.lang.ide.document;

import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Turns offsets of a text (UTF-16 units) into lines and columns, both from 0, and back. Ends of lines: LF, CR LF, CR.
 */
public final class LineIndex {
    private final int[] starts;
    private final int length;

    public LineIndex(String text) {
        int[] found = new int[Math.max(16, text.length() / 32)];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                if (lines == found.length) {
                    found = Arrays.copyOf(found, lines * 2);
                }
                found[lines++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, lines);
        length = text.length();
    }

    /** Number of lines; a text that ends with a line end has an empty last line. */
    public int lines() {
        return starts.length;
    }

    /** Offset of the first character of {@code line}; lines outside of the text count as the nearest. */
    public int start(int line) {
        return line < 0 ? 0 : line >= starts.length ? length : starts[line];
    }

    /** The line that holds {@code offset}. */
    public int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** Position of {@code offset}. */
    public Position position(int offset) {
        int safe = Math.max(0, Math.min(offset, length));
        int line = line(safe);
        return new Position(line, safe - starts[line]);
    }

    /** The range from {@code offset}, {@code count} characters long. */
    public Range range(int offset, int count) {
        return new Range(position(offset), position(offset + count));
    }

    /** Offset of {@code position}; what lies behind the end of a line counts as its end, as the protocol says. */
    public int offset(Position position) {
        int start = start(position.getLine());
        int end = position.getLine() + 1 < starts.length ? start(position.getLine() + 1) : length;
        return Math.max(start, Math.min(start + Math.max(0, position.getCharacter()), end));
    }
}
