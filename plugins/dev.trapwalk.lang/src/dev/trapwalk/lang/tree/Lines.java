package dev.trapwalk.lang.tree;

import java.util.Arrays;

/** The lines of a text: offsets (UTF-16 units) to lines and back, both from 0. Ends of lines: LF, CR LF, CR. */
public final class Lines {
    private final int[] starts;
    private final int length;

    public Lines(String text) {
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

    /** Number of characters of the text. */
    public int length() {
        return length;
    }

    /** Number of lines; a text that ends with a line end has an empty last line. */
    public int count() {
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
}
