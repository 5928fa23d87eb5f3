package dev.trapwalk.lang.ide.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Gives a graph's nodes and edges their places: holders left, what they hold right of them (ELK's layered layout). */
public final class GraphLayout {
    /** Size in pixels of the text in boxes. */
    public static final int TEXT = 12;
    /** Size in pixels of the text in a box's second line and on edges. */
    public static final int SMALL_TEXT = 10;
    /** Width and height of an icon. */
    public static final int ICON = 16;
    /** Room between a box's border and what it holds. */
    public static final int GAP = 7;
    /** Width of the sign that a box can be taken apart. */
    public static final int SIGN = 12;

    /** How much wider bold text is. */
    private static final double BOLD = 1.16;
    /** With more edges, their labels would hide the picture. */
    private static final int MOST_LABELS = 160;

    static {
        // ELK copies default values of options; outside of its own Eclipse plug-ins nobody tells it how.
        LayoutMetaDataService.initElkReflect();
    }

    private GraphLayout() {
    }

    /** Places for {@code graph}; when {@code cancelled} turns true, whatever there is by then. */
    public static Picture place(CapGraph graph, TextWidths widths, BooleanSupplier cancelled) {
        if (graph.nodes().isEmpty()) {
            return Picture.EMPTY;
        }
        ElkNode root = ElkGraphUtil.createGraph();
        options(root);
        Map<String, ElkNode> nodes = new HashMap<>();
        for (GraphNode node : graph.nodes()) {
            ElkNode placed = ElkGraphUtil.createNode(root);
            boolean two = !node.detail().isEmpty();
            double text = Math.max(widths.of(node.label()) * BOLD, small(widths.of(node.detail())));
            placed.setDimensions(Math.ceil(text + ICON + 3 * GAP + (node.expandable() ? SIGN + GAP : 0)),
                    two ? 40 : 28);
            nodes.put(node.id(), placed);
        }
        boolean labelled = graph.edges().size() <= MOST_LABELS;
        Map<GraphEdge, ElkEdge> edges = new HashMap<>();
        for (GraphEdge edge : graph.edges()) {
            ElkEdge placed = ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to()));
            // Whose CSpace it is and what it maps decides where left and right are, not who holds a TCB capability.
            placed.setProperty(LayeredOptions.PRIORITY_DIRECTION, switch (edge.kind()) {
                case THREAD -> 10;
                case MAPPING -> 5;
                default -> 0;
            });
            if (labelled && !edge.label().isEmpty()) {
                ElkLabel label = ElkGraphUtil.createLabel(edge.label(), placed);
                label.setDimensions(Math.ceil(small(widths.of(edge.label()))) + 4, SMALL_TEXT + 4);
            }
            edges.put(edge, placed);
        }
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor() {
            @Override
            public boolean isCanceled() {
                return cancelled.getAsBoolean();
            }
        });
        List<Picture.Box> boxes = graph.nodes().stream().map(node -> box(node, nodes.get(node.id()))).toList();
        List<Picture.Line> lines = new ArrayList<>();
        graph.edges().forEach(edge -> lines.add(line(edge, edges.get(edge))));
        return new Picture(graph, root.getWidth(), root.getHeight(), boxes, lines);
    }

    private static double small(double width) {
        return width * SMALL_TEXT / TEXT;
    }

    private static void options(ElkNode root) {
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(16));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, 14.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 8.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 10.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 28.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 10.0);
        root.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, 24.0);
        root.setProperty(LayeredOptions.ASPECT_RATIO, 1.6);
    }

    private static Picture.Box box(GraphNode node, ElkNode placed) {
        return new Picture.Box(node, placed.getX(), placed.getY(), placed.getWidth(), placed.getHeight());
    }

    private static Picture.Line line(GraphEdge edge, ElkEdge placed) {
        List<Picture.Point> points = new ArrayList<>();
        for (ElkEdgeSection section : placed.getSections()) {
            points.add(new Picture.Point(section.getStartX(), section.getStartY()));
            section.getBendPoints().forEach(bend -> points.add(new Picture.Point(bend.getX(), bend.getY())));
            points.add(new Picture.Point(section.getEndX(), section.getEndY()));
        }
        boolean labelled = !placed.getLabels().isEmpty();
        ElkLabel label = labelled ? placed.getLabels().get(0) : null;
        return new Picture.Line(edge, points, labelled ? label.getX() + 2 : 0, labelled ? label.getY() + 2 : 0,
                labelled);
    }
}
