package dev.trapwalk.lang.ui.graph;

import dev.trapwalk.lang.ide.graph.GraphEdge;
import dev.trapwalk.lang.ide.graph.GraphLayout;
import dev.trapwalk.lang.ide.graph.GraphNode;
import dev.trapwalk.lang.ide.graph.Palette;
import dev.trapwalk.lang.ide.graph.Picture;
import dev.trapwalk.lang.ui.ObjectIcons;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;

/** Draws a picture, in its own coordinates. What the selection has nothing to do with steps back. */
final class GraphPainter {
    private static final int PALE = 70;
    private static final int ROUND = 8;
    private static final double HEAD = 8;

    private final GC gc;
    private final GraphFonts fonts;
    private final Palette palette;
    private final GraphSelection selection;

    GraphPainter(GC gc, GraphFonts fonts, Palette palette, GraphSelection selection) {
        this.gc = gc;
        this.fonts = fonts;
        this.palette = palette;
        this.selection = selection;
    }

    void paint(Picture picture) {
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        for (boolean related : new boolean[] {false, true}) {
            picture.lines().stream().filter(line -> selection.concerns(line.edge()) == related).forEach(this::line);
        }
        picture.boxes().forEach(this::box);
        picture.lines().stream().filter(Picture.Line::labelled).forEach(this::label);
        gc.setAlpha(255);
    }

    private void line(Picture.Line line) {
        GraphEdge edge = line.edge();
        gc.setAlpha(selection.concerns(edge) ? 255 : PALE);
        Color colour = colour(palette.of(edge.kind()));
        gc.setForeground(colour);
        double width = Palette.width(edge.kind()) + (edge.equals(selection.edge()) ? 1.6 : 0);
        gc.setLineWidth((int) Math.round(width));
        int[] dashes = Palette.dashes(edge.kind());
        gc.setLineDash(dashes.length == 0 ? null : dashes);
        List<Picture.Point> points = line.points();
        int[] polyline = new int[points.size() * 2];
        for (int i = 0; i < points.size(); i++) {
            polyline[2 * i] = (int) Math.round(points.get(i).x());
            polyline[2 * i + 1] = (int) Math.round(points.get(i).y());
        }
        gc.drawPolyline(polyline);
        gc.setLineDash(null);
        if (points.size() > 1) {
            head(points.get(points.size() - 2), points.get(points.size() - 1), colour,
                    edge.kind() == GraphEdge.Kind.READ);
        }
    }

    /** Hollow for reading, filled for everything that changes something. */
    private void head(Picture.Point before, Picture.Point tip, Color colour, boolean hollow) {
        double length = Math.max(1, Math.hypot(tip.x() - before.x(), tip.y() - before.y()));
        double dx = (tip.x() - before.x()) / length * HEAD;
        double dy = (tip.y() - before.y()) / length * HEAD;
        int[] corners = {(int) Math.round(tip.x()), (int) Math.round(tip.y()), (int) Math.round(tip.x() - dx - dy / 2),
                (int) Math.round(tip.y() - dy + dx / 2), (int) Math.round(tip.x() - dx + dy / 2),
                (int) Math.round(tip.y() - dy - dx / 2)};
        gc.setBackground(hollow ? colour(palette.paper()) : colour);
        gc.fillPolygon(corners);
        gc.setLineWidth(1);
        gc.drawPolygon(corners);
    }

    private void box(Picture.Box box) {
        GraphNode node = box.node();
        boolean selected = node.id().equals(selection.node());
        gc.setAlpha(selection.concerns(node) ? 255 : PALE);
        gc.setForeground(colour(palette.of(node.type())));
        gc.setLineWidth(1);
        if (node.expandable()) {
            sheet(box, 3, 1);
        }
        sheet(box, 0, selected ? 3 : 1);
        gc.setBackground(colour(palette.of(node.type())));
        gc.fillRoundRectangle((int) box.x(), (int) box.y(), 5, (int) box.height() + 1, 4, 4);
        int left = (int) box.x() + GraphLayout.GAP;
        gc.drawImage(ObjectIcons.of(node.type()), left, (int) (box.y() + (box.height() - GraphLayout.ICON) / 2));
        left += GraphLayout.ICON + GraphLayout.GAP;
        boolean two = !node.detail().isEmpty();
        text(node.label(), fonts.bold(), palette.text(), left, (int) box.y() + (two ? 4 : 6));
        if (two) {
            text(node.detail(), fonts.small(), palette.faint(), left, (int) box.y() + 21);
        }
        if (node.expandable()) {
            text("+", fonts.bold(), palette.faint(), //$NON-NLS-1$
                    (int) (box.x() + box.width() - GraphLayout.SIGN - GraphLayout.GAP / 2),
                    (int) (box.y() + box.height() / 2) - 9);
        }
    }

    private void sheet(Picture.Box box, int shift, int line) {
        int x = (int) Math.round(box.x()) + shift;
        int y = (int) Math.round(box.y()) + shift;
        gc.setBackground(colour(palette.box()));
        gc.fillRoundRectangle(x, y, (int) box.width(), (int) box.height(), ROUND, ROUND);
        gc.setLineWidth(line);
        gc.drawRoundRectangle(x, y, (int) box.width(), (int) box.height(), ROUND, ROUND);
    }

    private void label(Picture.Line line) {
        gc.setAlpha(selection.concerns(line.edge()) ? 255 : PALE);
        gc.setFont(fonts.small());
        gc.setForeground(colour(palette.of(line.edge().kind())));
        gc.drawText(line.edge().label(), (int) Math.round(line.labelX()), (int) Math.round(line.labelY()) - 2, true);
    }

    private void text(String text, Font font, int colour, int x, int y) {
        gc.setFont(font);
        gc.setForeground(colour(colour));
        gc.drawText(text, x, y, true);
    }

    static Color colour(int rgb) {
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }
}
