package dev.trapwalk.lang.ui.graph;

import dev.trapwalk.lang.ide.graph.GraphEdge;
import dev.trapwalk.lang.ide.graph.GraphNode;
import dev.trapwalk.lang.ide.graph.Palette;
import dev.trapwalk.lang.ide.graph.Picture;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.eclipse.ui.PlatformUI;

/** A picture that can be scrolled and zoomed. What a person does with it is for {@link GraphGestures}. */
public final class GraphCanvas extends Canvas {
    private static final String PAPER = "dev.trapwalk.lang.ui.paper"; //$NON-NLS-1$
    private static final double LEAST_ZOOM = 0.1;
    private static final double MOST_ZOOM = 3;
    private static final double READABLE = 0.8;
    private static final double NEAR = 5;
    private static final int DARK = 128;

    private final GraphFonts fonts;
    private Picture picture = Picture.EMPTY;
    private GraphSelection selection = GraphSelection.NONE;
    private String emptyText = ""; //$NON-NLS-1$
    private double zoom = 1;
    private double left;
    private double top;
    /** Whether the picture is still fitted to the canvas, because nobody has zoomed or scrolled. */
    private boolean fitting = true;
    private boolean resizing;

    GraphCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.H_SCROLL | SWT.V_SCROLL | SWT.NO_BACKGROUND);
        fonts = new GraphFonts(getDisplay());
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Resize, event -> {
            scrollTo(left, top);
            if (fitting && !resizing) {
                // Fitting shows or hides scroll bars, which resizes again.
                resizing = true;
                fitReadable();
                resizing = false;
            }
        });
        addListener(SWT.Dispose, event -> fonts.dispose());
        getHorizontalBar().addListener(SWT.Selection,
                event -> scrollTo(getHorizontalBar().getSelection() / zoom, top));
        getVerticalBar().addListener(SWT.Selection, event -> scrollTo(left, getVerticalBar().getSelection() / zoom));
    }

    GraphFonts fonts() {
        return fonts;
    }

    /** What is shown. */
    public Picture picture() {
        return picture;
    }

    /** Id of the selected node, or null. */
    public String selectedNode() {
        return selection.node();
    }

    /** The selected edge, or null. */
    public GraphEdge selectedEdge() {
        return selection.edge();
    }

    /** Shows a picture; {@code text} says what would fill it when it is empty. */
    void show(Picture newPicture, String text) {
        picture = newPicture;
        emptyText = text;
        String node = selection.node();
        selection = GraphSelection.NONE;
        if (node != null) {
            picture.graph().node(node).ifPresent(again -> selection = GraphSelection.of(picture, again));
        }
        scrollTo(left, top);
    }

    void select(GraphSelection newSelection) {
        selection = newSelection;
        redraw();
    }

    /** Shows what is selected with all that it concerns, or when that is too much its middle. */
    void reveal() {
        List<Picture.Box> concerned = picture.boxes().stream()
                .filter(box -> selection.concerned().contains(box.node().id())).toList();
        if (concerned.isEmpty()) {
            return;
        }
        double x = concerned.stream().mapToDouble(Picture.Box::x).min().orElse(0);
        double y = concerned.stream().mapToDouble(Picture.Box::y).min().orElse(0);
        double width = concerned.stream().mapToDouble(box -> box.x() + box.width()).max().orElse(0) - x;
        double height = concerned.stream().mapToDouble(box -> box.y() + box.height()).max().orElse(0) - y;
        Rectangle area = getClientArea();
        if (width * zoom <= area.width && height * zoom <= area.height) {
            reveal(x, y, width, height);
            return;
        }
        Picture.Box middle = concerned.stream().filter(box -> box.node().id().equals(selection.node())).findFirst()
                .orElse(concerned.get(0));
        scrollTo(middle.x() + (middle.width() - area.width / zoom) / 2,
                middle.y() + (middle.height() - area.height / zoom) / 2);
    }

    private void reveal(double x, double y, double width, double height) {
        Rectangle area = getClientArea();
        double right = left + area.width / zoom;
        double bottom = top + area.height / zoom;
        double newLeft = x < left ? x - 16 : x + width > right ? x + width + 16 - area.width / zoom : left;
        double newTop = y < top ? y - 16 : y + height > bottom ? y + height + 16 - area.height / zoom : top;
        scrollTo(newLeft, newTop);
    }

    void scrollTo(double x, double y) {
        Rectangle area = getClientArea();
        left = Math.max(0, Math.min(x, picture.width() - area.width / zoom));
        top = Math.max(0, Math.min(y, picture.height() - area.height / zoom));
        bar(getHorizontalBar(), left, picture.width(), area.width);
        bar(getVerticalBar(), top, picture.height(), area.height);
        redraw();
    }

    void scrollBy(double dx, double dy) {
        fitting = false;
        scrollTo(left + dx / zoom, top + dy / zoom);
    }

    private void bar(ScrollBar bar, double at, double length, int visible) {
        int maximum = Math.max(1, (int) Math.ceil(length * zoom));
        bar.setValues((int) (at * zoom), 0, Math.max(maximum, visible), Math.max(1, visible), 20,
                Math.max(20, visible - 20));
        bar.setVisible(maximum > visible);
    }

    /** Zooms, and what is at {@code x, y} of the canvas stays there. */
    void zoom(double factor, int x, int y) {
        fitting = false;
        double newZoom = Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, zoom * factor));
        double atX = left + x / zoom;
        double atY = top + y / zoom;
        zoom = newZoom;
        scrollTo(atX - x / zoom, atY - y / zoom);
    }

    /** Makes all of the picture visible, but never larger than life. */
    void fit() {
        fitting = true;
        Rectangle area = getClientArea();
        if (picture.width() > 0 && area.width > 0) {
            zoom = Math.max(LEAST_ZOOM, Math.min(1, Math.min(area.width / picture.width(),
                    area.height / picture.height())));
            scrollTo(0, 0);
        }
    }

    /** Makes all of the picture visible as long as it can be read; a larger one begins at its upper left corner. */
    void fitReadable() {
        fit();
        if (zoom < READABLE) {
            zoom = READABLE;
            scrollTo(0, 0);
        }
    }

    /** The node at a place of the canvas. */
    Optional<GraphNode> nodeAt(int x, int y) {
        Picture.Point at = at(x, y);
        return picture.boxes().stream().filter(box -> box.contains(at.x(), at.y())).map(Picture.Box::node).findFirst();
    }

    /** The edge nearest to a place of the canvas. */
    Optional<GraphEdge> edgeAt(int x, int y) {
        Picture.Point at = at(x, y);
        return picture.lines().stream().filter(line -> line.distance(at.x(), at.y()) < NEAR / Math.min(1, zoom))
                .min(Comparator.comparingDouble(line -> line.distance(at.x(), at.y()))).map(Picture.Line::edge);
    }

    /** Middle of a node's box on the canvas, or null when there is no such node. */
    public Point place(String node) {
        return picture.boxes().stream().filter(box -> box.node().id().equals(node)).findFirst()
                .map(box -> new Point((int) ((box.x() + box.width() / 2 - left) * zoom),
                        (int) ((box.y() + box.height() / 2 - top) * zoom))).orElse(null);
    }

    private Picture.Point at(int x, int y) {
        return new Picture.Point(left + x / zoom, top + y / zoom);
    }

    private void paint(Event event) {
        GC gc = event.gc;
        Color paper = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry().get(PAPER);
        Palette palette = (299 * paper.getRed() + 587 * paper.getGreen() + 114 * paper.getBlue()) / 1000 < DARK
                ? Palette.DARK : Palette.LIGHT;
        gc.setBackground(paper);
        gc.fillRectangle(getClientArea());
        if (picture.boxes().isEmpty()) {
            gc.setForeground(GraphPainter.colour(palette.faint()));
            gc.drawText(emptyText, 12, 12, true);
            return;
        }
        Transform transform = new Transform(getDisplay());
        transform.scale((float) zoom, (float) zoom);
        transform.translate((float) -left, (float) -top);
        gc.setTransform(transform);
        new GraphPainter(gc, fonts, palette, selection).paint(picture);
        gc.setTransform(null);
        transform.dispose();
    }
}
