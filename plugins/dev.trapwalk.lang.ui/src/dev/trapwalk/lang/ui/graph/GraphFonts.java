package dev.trapwalk.lang.ui.graph;

import dev.trapwalk.lang.ide.graph.GraphLayout;
import dev.trapwalk.lang.ide.graph.TextWidths;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Display;

/** The workbench's font in the sizes of a picture, and its widths for whoever measures off the UI thread. */
final class GraphFonts {
    private static final double POINTS_PER_INCH = 72;

    private final Font bold;
    private final Font small;
    private final double[] widths = new double[TextWidths.SANS.length];

    GraphFonts(Display display) {
        bold = font(display, GraphLayout.TEXT, SWT.BOLD);
        small = font(display, GraphLayout.SMALL_TEXT, SWT.NORMAL);
        GC gc = new GC(display);
        gc.setFont(small);
        for (int i = 0; i < widths.length; i++) {
            widths[i] = gc.textExtent(String.valueOf((char) (' ' + i)).repeat(8)).x / 8.0 * GraphLayout.TEXT
                    / GraphLayout.SMALL_TEXT;
        }
        gc.dispose();
    }

    private static Font font(Display display, int pixels, int style) {
        FontData data = JFaceResources.getDefaultFont().getFontData()[0];
        int points = (int) Math.round(pixels * POINTS_PER_INCH / display.getDPI().y);
        return new Font(display, new FontData(data.getName(), points, style));
    }

    Font bold() {
        return bold;
    }

    Font small() {
        return small;
    }

    /** Widths that any thread may ask for. */
    TextWidths widths() {
        return text -> {
            double width = 0;
            for (int i = 0; i < text.length(); i++) {
                int c = text.charAt(i) - ' ';
                width += c >= 0 && c < widths.length ? widths[c] : GraphLayout.TEXT;
            }
            return width;
        };
    }

    void dispose() {
        bold.dispose();
        small.dispose();
    }
}
