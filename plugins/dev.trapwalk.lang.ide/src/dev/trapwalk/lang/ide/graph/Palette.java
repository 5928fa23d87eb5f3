package dev.trapwalk.lang.ide.graph;

import dev.trapwalk.lang.model.ObjectType;

/**
 * The colours of a picture on white and on dark paper, as 0xRRGGBB: Okabe and Ito's palette, with at least 4.5:1
 * between text and its ground and 3:1 between lines and paper. Kinds of edges differ in stroke too, types of objects in
 * their icon.
 *
 * @param paper what everything lies on
 * @param text names
 * @param faint second lines and labels
 * @param box inside of a box
 * @param dark whether the paper is dark
 */
public record Palette(int paper, int text, int faint, int box, boolean dark) {
    /** For white paper. */
    public static final Palette LIGHT = new Palette(0xffffff, 0x1b1b1b, 0x565656, 0xf7f8fa, false);
    /** For dark paper. */
    public static final Palette DARK = new Palette(0x2b2b2b, 0xeeeeee, 0xb8b8b8, 0x383b40, true);

    /** The colour of an edge. */
    public int of(GraphEdge.Kind kind) {
        return switch (kind) {
            case THREAD -> dark ? 0xb8b8b8 : 0x4d4d4d;
            case MAPPING -> dark ? 0x8f8f8f : 0x8a8a8a;
            case READ -> dark ? 0x56b4e9 : 0x0072b2;
            case WRITE -> dark ? 0x4fd1a5 : 0x00785a;
            case GRANT -> dark ? 0xf0a848 : 0xb35900;
        };
    }

    /** The colour of a box's border. */
    public int of(ObjectType type) {
        if (type == null) {
            return dark ? 0xe0a0c4 : 0x8c3c69;
        }
        return switch (type) {
            case TCB, VCPU, SC -> dark ? 0x7fb0f0 : 0x3b6fb6;
            case CNODE -> dark ? 0xe0a0c4 : 0xb0608f;
            case EP, NOTIFICATION -> dark ? 0x4fd1a5 : 0x2a9d78;
            case FRAME -> dark ? 0x56b4e9 : 0x3a7fb5;
            default -> dark ? 0xa0a0a0 : 0x7a7a7a;
        };
    }

    /** Width of an edge's stroke. */
    public static double width(GraphEdge.Kind kind) {
        return switch (kind) {
            case THREAD -> 1.6;
            case MAPPING -> 1;
            case READ, WRITE -> 1.4;
            case GRANT -> 2.4;
        };
    }

    /** Lengths of an edge's dashes and gaps; empty for a solid stroke. */
    public static int[] dashes(GraphEdge.Kind kind) {
        return kind == GraphEdge.Kind.READ ? new int[] {5, 3} : kind == GraphEdge.Kind.MAPPING ? new int[] {1, 3}
                : new int[0];
    }
}
