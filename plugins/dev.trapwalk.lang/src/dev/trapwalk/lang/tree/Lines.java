package dev.trapwalk.lang.tree;

import java.util.Arrays;

/** The lines of a text: offsets (UTF-16 units) to lines and back, both from 0. Ends of lines: LF, CR LF, CR. */
public final class Lines {
    private final int[] starts;
    private final int length;

    public Lines(String text) {
        int[] found = new int[Math.max(16, text.length() / 32)];
        int lines = 1;
        int feed = text.indexOf('\n');
        int back = text.indexOf('\r');
        while (feed >= 0 || back >= 0) {
            boolean first = back >= 0 && (feed < 0 || back < feed);
            int end = first ? back : feed;
            if (!first || feed != back + 1) {
                found = lines == found.length ? Arrays.copyOf(found, lines * 2) : found;
                found[lines++] = end + 1;
            }
            feed = first ? feed : text.indexOf('\n', end + 1);
            back = first ? text.indexOf('\r', end + 1) : back;
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
