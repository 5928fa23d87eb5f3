package dev.trapwalk.lang.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the places where a text may be cut. A cut lies between two entries that are plainly written, so that what stands
 * before it can be parsed without what follows. Which of these places are taken depends on the name that follows, and on
 * nothing else: an edit moves no cut but those that it touches.
 */
final class Cutter {
    /** Of so many entries, about one begins a piece: 2 to the power of. Blocks of capabilities are longer than objects. */
    private static final int OBJECTS_A_PIECE = 4;
    private static final int BLOCKS_A_PIECE = 2;
    private static final int GOLDEN = 0x9E3779B9;

    private final String text;
    private final TextScanner scan;
    private final List<Cut> cuts = new ArrayList<>();
    private int at;

    private Cutter(String text) {
        this.text = text;
        this.scan = new TextScanner(text);
    }

    /** The cuts of {@code text}, in order. */
    static List<Cut> cuts(String text) {
        Cutter cutter = new Cutter(text);
        cutter.file();
        return cutter.cuts;
    }

    /** From section to section; ends early where nobody can say what belongs to what. */
    private void file() {
        while (at >= 0) {
            int start = scan.blanks(at);
            if (start < 0 || start >= text.length()) {
                return;
            }
            int end = scan.name(start);
            Block block = Block.of(text, start, end);
            int brace = block == null ? -1 : scan.blanks(end);
            if (brace >= 0 && scan.is(brace, '{')) {
                at = section(block, brace + 1);
            } else {
                at = end > start ? end : scan.isOpening(start) ? scan.closing(start, true) : scan.token(start);
            }
        }
    }

    /** Reads a section's entries from {@code from} on; returns where it ends, or -1 to stop cutting. */
    private int section(Block block, int from) {
        int before = -1;
        int next = from;
        while (true) {
            int start = scan.blanks(next);
            if (start < 0 || start >= text.length()) {
                return -1;
            }
            if (scan.is(start, '}')) {
                return start + 1;
            }
            int name = scan.name(start);
            if (Block.of(text, start, name) != null) {
                return start;
            }
            int end = block == Block.OBJECTS ? object(start, name) : caps(start, name);
            if (end >= 0) {
                if (before >= 0 && isTaken(block, start, name)) {
                    cuts.add(new Cut(start, block, before));
                }
                before = start;
                next = end;
            } else if (scan.is(start, '{')) {
                return -1;
            } else {
                before = -1;
                next = scan.token(start);
                if (next < 0) {
                    return -1;
                }
            }
        }
    }

    private boolean isTaken(Block block, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash * GOLDEN >>> 32 - (block == Block.OBJECTS ? OBJECTS_A_PIECE : BLOCKS_A_PIECE) == 0;
    }

    /** End of {@code name = type (parameters) { ... }}, or -1 when it is written in any other way. */
    private int object(int start, int nameEnd) {
        int sign = subscript(start, nameEnd);
        if (sign < 0 || !scan.is(sign, '=')) {
            return -1;
        }
        int type = scan.blanks(sign + 1);
        int end = type < 0 ? type : scan.name(type);
        if (type < 0 || end == type || Block.of(text, type, end) != null) {
            return -1;
        }
        int next = scan.blanks(end);
        if (scan.is(next, '(')) {
            end = scan.closing(next, true);
            next = scan.blanks(end);
        }
        if (scan.is(next, '{')) {
            end = scan.closing(next, true);
            next = scan.blanks(end);
        }
        return next < 0 ? -1 : scan.is(next, ',') || scan.is(next, ';') ? next + 1 : end;
    }

    /** End of {@code name { ... }}, or -1 when it is written in any other way. */
    private int caps(int start, int nameEnd) {
        int sign = subscript(start, nameEnd);
        return scan.is(sign, '{') ? scan.closing(sign, false) : -1;
    }

    /** What follows {@code name[...]}, or -1. */
    private int subscript(int start, int nameEnd) {
        int next = nameEnd == start ? -1 : scan.blanks(nameEnd);
        return scan.is(next, '[') ? scan.blanks(scan.closing(next, false)) : next;
    }
}
