package dev.trapwalk.lang.ide.graph;

import java.util.List;

/**
 * A graph with places, in pixels from the upper left corner. Immutable.
 *
 * @param graph what it shows
 */
public record Picture(CapGraph graph, double width, double height, List<Box> boxes, List<Line> lines) {

    /** No picture. */
    public static final Picture EMPTY = new Picture(CapGraph.EMPTY, 0, 0, List.of(), List.of());

    public Picture {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /** A node and its place. */
    public record Box(GraphNode node, double x, double y, double width, double height) {

        public boolean contains(double px, double py) {
            return x <= px && px <= x + width && y <= py && py <= y + height;
        }
    }

    /**
     * An edge and its way.
     *
     * @param points from the holder to the target
     * @param labelX left end of the label
     * @param labelY upper end of the label
     * @param labelled whether there is room for labels in this picture
     */
    public record Line(GraphEdge edge, List<Point> points, double labelX, double labelY, boolean labelled) {

        public Line {
            points = List.copyOf(points);
        }

        /** Distance from the line. */
        public double distance(double px, double py) {
            double nearest = Double.MAX_VALUE;
            for (int i = 1; i < points.size(); i++) {
                nearest = Math.min(nearest, distance(points.get(i - 1), points.get(i), px, py));
            }
            return nearest;
        }

        private static double distance(Point a, Point b, double px, double py) {
            double dx = b.x - a.x;
            double dy = b.y - a.y;
            double length = dx * dx + dy * dy;
            double at = length == 0 ? 0 : Math.max(0, Math.min(1, ((px - a.x) * dx + (py - a.y) * dy) / length));
            return Math.hypot(a.x + at * dx - px, a.y + at * dy - py);
        }
    }

    /** A place. */
    public record Point(double x, double y) {
    }
}
