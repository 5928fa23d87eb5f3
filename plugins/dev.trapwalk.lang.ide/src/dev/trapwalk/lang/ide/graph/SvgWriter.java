package dev.trapwalk.lang.ide.graph;

import dev.trapwalk.lang.ide.services.Messages;
import java.io.StringWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;

/** Writes a picture as SVG on white paper: every box and line has a title, so that screen readers have them too. */
public final class SvgWriter {
    private static final double LEGEND = 34;

    private final Palette palette = Palette.LIGHT;
    private final SvgElements elements = new SvgElements();

    private SvgWriter() {
    }

    /** The picture as an XML document. */
    public static String write(Picture picture) {
        return new SvgWriter().document(picture);
    }

    private String document(Picture picture) {
        double width = Math.max(picture.width(), 620);
        double height = picture.height() + LEGEND;
        Element svg = elements.root(width, height);
        elements.title(svg, Messages.format("graph.title", picture.graph().objects(), picture.boxes().size()));
        elements.markers(svg, palette);
        elements.add(svg, "rect", "width", number(width), "height", number(height), "fill", hex(palette.paper()));
        picture.lines().forEach(line -> line(svg, line));
        picture.boxes().forEach(box -> box(svg, box));
        picture.lines().forEach(line -> label(svg, line));
        legend(svg, picture.height() + LEGEND / 2);
        return serialised(svg);
    }

    private void box(Element svg, Picture.Box box) {
        GraphNode node = box.node();
        Element group = elements.add(svg, "g", "transform",
                "translate(" + number(box.x()) + "," + number(box.y()) + ")");
        elements.title(group, node.label() + (node.detail().isEmpty() ? "" : "\n" + node.detail())
                + (node.expandable() ? "\n" + Messages.format("graph.expand") : ""));
        if (node.expandable()) {
            rect(group, 3, 3, box, node);
        }
        rect(group, 0, 0, box, node);
        elements.add(group, "rect", "width", "4", "height", number(box.height()), "rx", "2", "fill",
                hex(palette.of(node.type())));
        elements.icon(svg, group, TypeIcons.name(node.type()), GraphLayout.GAP, (box.height() - GraphLayout.ICON) / 2);
        double left = GraphLayout.ICON + 2 * GraphLayout.GAP;
        boolean two = !node.detail().isEmpty();
        text(group, left, two ? 17 : 18, node.label(), GraphLayout.TEXT, palette.text())
                .setAttribute("font-weight", "bold");
        if (two) {
            text(group, left, 32, node.detail(), GraphLayout.SMALL_TEXT, palette.faint());
        }
        if (node.expandable()) {
            text(group, box.width() - GraphLayout.SIGN - GraphLayout.GAP + 3, box.height() / 2 + 4, "+", 14,
                    palette.faint());
        }
    }

    private void rect(Element group, double x, double y, Picture.Box box, GraphNode node) {
        elements.add(group, "rect", "x", number(x), "y", number(y), "width", number(box.width()), "height",
                number(box.height()), "rx", "4", "fill", hex(palette.box()), "stroke", hex(palette.of(node.type())));
    }

    private void line(Element svg, Picture.Line line) {
        Element group = elements.add(svg, "g");
        elements.title(group, line.edge().lines());
        stroke(group, line.edge().kind(), line.points().stream()
                .map(point -> number(point.x()) + "," + number(point.y())).collect(Collectors.joining(" ")));
    }

    private void stroke(Element parent, GraphEdge.Kind kind, String points) {
        Element stroke = elements.add(parent, "polyline", "points", points, "fill", "none", "stroke",
                hex(palette.of(kind)), "stroke-width", number(Palette.width(kind)), "marker-end",
                "url(#" + SvgElements.marker(kind) + ")");
        int[] dashes = Palette.dashes(kind);
        if (dashes.length > 0) {
            stroke.setAttribute("stroke-dasharray", dashes[0] + " " + dashes[1]);
        }
    }

    private void label(Element svg, Picture.Line line) {
        if (line.labelled()) {
            Element text = text(svg, line.labelX(), line.labelY() + GraphLayout.SMALL_TEXT - 1, line.edge().label(),
                    GraphLayout.SMALL_TEXT, palette.of(line.edge().kind()));
            text.setAttribute("paint-order", "stroke");
            text.setAttribute("stroke", hex(palette.paper()));
            text.setAttribute("stroke-width", "3");
        }
    }

    private void legend(Element svg, double y) {
        double x = 16;
        for (GraphEdge.Kind kind : GraphEdge.Kind.values()) {
            String text = Messages.format("graph.legend." + kind.name().toLowerCase(Locale.ROOT));
            stroke(svg, kind, number(x) + "," + number(y) + " " + number(x + 30) + "," + number(y));
            text(svg, x + 36, y + 4, text, GraphLayout.SMALL_TEXT, palette.faint());
            x += 60 + TextWidths.sans(text);
        }
    }

    private Element text(Element parent, double x, double y, String text, int size, int colour) {
        Element element = elements.add(parent, "text", "x", number(x), "y", number(y), "font-size",
                Integer.toString(size), "fill", hex(colour));
        element.setTextContent(text);
        return element;
    }

    private static String serialised(Element svg) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            StringWriter out = new StringWriter();
            transformer.transform(new DOMSource(svg.getOwnerDocument()), new StreamResult(out));
            return out.toString();
        } catch (TransformerException e) {
            // Only a broken Java installation has no serialiser.
            throw new IllegalStateException(e);
        }
    }

    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    static String hex(int colour) {
        return String.format("#%06x", colour);
    }
}
