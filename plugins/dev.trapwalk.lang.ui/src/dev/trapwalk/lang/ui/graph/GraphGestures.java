package dev.trapwalk.lang.ui.graph;

import dev.trapwalk.lang.ide.graph.GraphEdge;
import dev.trapwalk.lang.ide.graph.GraphNode;
import dev.trapwalk.lang.ide.graph.Picture;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;

/**
 * What a person does with the canvas. Mouse: click selects, double click opens or takes apart, drag and wheel scroll,
 * Ctrl+wheel zooms. Keys: arrows go to the next box in that direction, Enter as double click, + and - zoom, 0 fits.
 */
final class GraphGestures {

    /** Who is told. */
    interface Listener {

        /** A person selected something; it is what the canvas has selected now. */
        void selected();

        /** A person wants more of the selected node. */
        void opened();
    }

    private static final double STEP = 1.2;
    private static final int WHEEL = 40;

    private final GraphCanvas canvas;
    private final Listener listener;
    private Point drag;

    GraphGestures(GraphCanvas canvas, Listener listener) {
        this.canvas = canvas;
        this.listener = listener;
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseUp, event -> drag = null);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
        canvas.addListener(SWT.MouseWheel, this::wheel);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = canvas.picture().graph().node(String.valueOf(canvas.selectedNode()))
                        .map(node -> node.label() + ", " + node.detail()).orElse(canvas.getToolTipText()); //$NON-NLS-1$
            }
        });
    }

    private void down(Event event) {
        canvas.setFocus();
        Optional<GraphNode> node = canvas.nodeAt(event.x, event.y);
        Optional<GraphEdge> edge = node.isPresent() ? Optional.empty() : canvas.edgeAt(event.x, event.y);
        if (node.isPresent()) {
            select(GraphSelection.of(canvas.picture(), node.get()));
        } else if (edge.isPresent()) {
            select(GraphSelection.of(edge.get()));
        } else {
            canvas.select(GraphSelection.NONE);
            drag = event.button == 1 ? new Point(event.x, event.y) : null;
        }
    }

    private void select(GraphSelection selection) {
        canvas.select(selection);
        listener.selected();
    }

    private void move(Event event) {
        if (drag != null) {
            canvas.scrollBy(drag.x - event.x, drag.y - event.y);
            drag = new Point(event.x, event.y);
            return;
        }
        Optional<GraphNode> node = canvas.nodeAt(event.x, event.y);
        String tip = node.isPresent() ? node.map(each -> (each.decl() == null ? each.label() : each.decl().name())
                + "\n" + each.detail()).get() : canvas.edgeAt(event.x, event.y).map(GraphEdge::lines).orElse(null);
        if (tip == null ? canvas.getToolTipText() != null : !tip.equals(canvas.getToolTipText())) {
            canvas.setToolTipText(tip);
        }
    }

    private void doubleClick(Event event) {
        if (canvas.nodeAt(event.x, event.y).isPresent()) {
            listener.opened();
        }
    }

    private void wheel(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0) {
            canvas.zoom(event.count > 0 ? STEP : 1 / STEP, event.x, event.y);
            event.doit = false;
        } else if ((event.stateMask & SWT.MOD2) != 0) {
            canvas.scrollBy(-event.count * WHEEL / 3.0, 0);
        } else {
            canvas.scrollBy(0, -event.count * WHEEL / 3.0);
        }
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> go(-1, 0);
            case SWT.ARROW_RIGHT -> go(1, 0);
            case SWT.ARROW_UP -> go(0, -1);
            case SWT.ARROW_DOWN -> go(0, 1);
            case SWT.CR, SWT.KEYPAD_CR -> listener.opened();
            default -> {
                switch (event.character) {
                    case '+' -> zoom(STEP);
                    case '-' -> zoom(1 / STEP);
                    case '0' -> canvas.fit();
                    default -> event.doit = true;
                }
            }
        }
    }

    /** Zooms around the middle. */
    void zoom(double factor) {
        canvas.zoom(factor, canvas.getClientArea().width / 2, canvas.getClientArea().height / 2);
    }

    /** Selects the nearest box in a direction; what lies straight ahead is nearer than what lies aside. */
    private void go(int dx, int dy) {
        Picture.Box from = canvas.picture().boxes().stream()
                .filter(box -> box.node().id().equals(canvas.selectedNode())).findFirst().orElse(null);
        canvas.picture().boxes().stream().filter(box -> from == null || ahead(from, box, dx, dy) > 0)
                .min(Comparator.comparingDouble(box -> from == null ? box.x() + box.y()
                        : ahead(from, box, dx, dy) + 2 * aside(from, box, dx, dy)))
                .ifPresent(box -> {
                    select(GraphSelection.of(canvas.picture(), box.node()));
                    canvas.reveal();
                });
    }

    private static double ahead(Picture.Box from, Picture.Box to, int dx, int dy) {
        return dx * (middleX(to) - middleX(from)) + dy * (middleY(to) - middleY(from));
    }

    private static double aside(Picture.Box from, Picture.Box to, int dx, int dy) {
        return Math.abs(dy * (middleX(to) - middleX(from))) + Math.abs(dx * (middleY(to) - middleY(from)));
    }

    private static double middleX(Picture.Box box) {
        return box.x() + box.width() / 2;
    }

    private static double middleY(Picture.Box box) {
        return box.y() + box.height() / 2;
    }
}
