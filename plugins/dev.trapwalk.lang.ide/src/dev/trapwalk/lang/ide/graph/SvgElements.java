package dev.trapwalk.lang.ide.graph;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Makes the elements of one SVG document, and takes the icons of object types into it once each. */
final class SvgElements {
    private static final String SVG = "http://www.w3.org/2000/svg";

    private final DocumentBuilder builder;
    private final Document document;
    private final Set<String> icons = new HashSet<>();

    SvgElements() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            builder = factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            // Only a broken Java installation has no parser.
            throw new IllegalStateException(e);
        }
        document = builder.newDocument();
        document.setXmlStandalone(true);
    }

    Element root(double width, double height) {
        Element root = document.createElementNS(SVG, "svg");
        root.setAttribute("viewBox", "0 0 " + SvgWriter.number(width) + " " + SvgWriter.number(height));
        root.setAttribute("width", SvgWriter.number(width));
        root.setAttribute("height", SvgWriter.number(height));
        root.setAttribute("font-family", "DejaVu Sans, Verdana, Segoe UI, Helvetica, Arial, sans-serif");
        root.setAttribute("role", "img");
        document.appendChild(root);
        return root;
    }

    /** A child called {@code name} with names and values of attributes by turns. */
    Element add(Element parent, String name, String... attributes) {
        Element element = document.createElementNS(SVG, name);
        for (int i = 0; i < attributes.length; i += 2) {
            element.setAttribute(attributes[i], attributes[i + 1]);
        }
        parent.appendChild(element);
        return element;
    }

    void title(Element parent, String text) {
        add(parent, "title").setTextContent(text);
    }

    static String marker(GraphEdge.Kind kind) {
        return "arrow-" + kind.name().toLowerCase(Locale.ROOT);
    }

    /** The heads of arrows: hollow for reading, filled for everything that changes something. */
    void markers(Element svg, Palette palette) {
        Element definitions = add(svg, "defs");
        for (GraphEdge.Kind kind : GraphEdge.Kind.values()) {
            Element marker = add(definitions, "marker", "id", marker(kind), "viewBox", "0 0 10 10", "refX", "9", "refY",
                    "5", "markerWidth", "8", "markerHeight", "8", "markerUnits", "userSpaceOnUse", "orient", "auto");
            String colour = SvgWriter.hex(palette.of(kind));
            boolean hollow = kind == GraphEdge.Kind.READ;
            add(marker, "path", "d", "M1 1 L9 5 L1 9 Z", "fill", hollow ? SvgWriter.hex(palette.paper()) : colour,
                    "stroke", colour);
        }
    }

    /** The icon {@code name} at a place. */
    void icon(Element svg, Element parent, String name, double x, double y) {
        String id = "icon-" + name;
        if (icons.add(name)) {
            Element symbol = document.createElementNS(SVG, "symbol");
            symbol.setAttribute("id", id);
            symbol.setAttribute("viewBox", "0 0 16 16");
            NodeList parts = parsed(name).getDocumentElement().getChildNodes();
            for (int i = 0; i < parts.getLength(); i++) {
                if (parts.item(i).getNodeType() == Node.ELEMENT_NODE) {
                    symbol.appendChild(document.importNode(parts.item(i), true));
                }
            }
            svg.insertBefore(symbol, svg.getFirstChild().getNextSibling());
        }
        add(parent, "use", "href", "#" + id, "x", SvgWriter.number(x), "y", SvgWriter.number(y), "width",
                Integer.toString(GraphLayout.ICON), "height", Integer.toString(GraphLayout.ICON));
    }

    private Document parsed(String name) {
        try (InputStream in = SvgElements.class.getResourceAsStream("/" + TypeIcons.path(name))) {
            return builder.parse(in);
        } catch (IOException | SAXException e) {
            // The icons are part of this bundle.
            throw new IllegalStateException(name, e);
        }
    }
}
