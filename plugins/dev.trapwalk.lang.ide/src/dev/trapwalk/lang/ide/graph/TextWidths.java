package dev.trapwalk.lang.ide.graph;

/** How wide texts are. Where there is no screen to ask, a table of a usual font serves; where there is, its font. */
@FunctionalInterface
public interface TextWidths {
    /** Widths of the characters from blank to '~' of a sans-serif font, in thousandths of its size. */
    int[] SANS = {318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636,
            636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752,
            295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390,
            838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411,
            521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838};

    /** Width in pixels of {@code text} in a sans-serif font of {@link GraphLayout#TEXT} pixels. */
    double of(String text);

    /** Widths by the table. */
    static double sans(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            int c = text.charAt(i) - ' ';
            width += c >= 0 && c < SANS.length ? SANS[c] : 1000;
        }
        return width * GraphLayout.TEXT / 1000.0;
    }
}
